"""A session with gdb: Scripts/gdb/test.gdb, and what it must print."""

from processes import KERNEL, run
from tests.report import missing, result

FRAME_OF_KITRAP = r"#\d+ .*\bKiTrap \(.*\n"
FRAMES = r"(?:#.*\n)*"
FRAME_IN_THE_KERNEL = r"#\d+ .* at .*Kernel/.*\.swift:\d+"
BLOCK = r"^[* ][0-9a-f]{8} size +[0-9a-f]+ previous size +[0-9a-f]+ \((Allocated|Free|Lookaside)\)"

EXPECTED = {
    "stops at MmAccessFault": [r"^Breakpoint 1, .*\bMmAccessFault \("],
    "prints the fault": [r"^CR2 is 0x[0-9a-f]{8}$"],
    "backtrace through the trap": ["^" + FRAME_OF_KITRAP + FRAMES + FRAME_IN_THE_KERNEL],
    "pte": [r"^PDE at c0300[0-9a-f]{3} contains ", r"^PTE at c0[0-3][0-9a-f]{5} contains "],
    "pfn": [r"^PFN 100 at [89][0-9a-f]{7}: \w+", r"^  original PTE [0-9a-f]{8}: "],
    "pool": [r"^Pool page [0-9a-f]{8}, nonpaged$", BLOCK],
    "sbreak": [r"^Breakpoint 2 at 0x8[0-9a-f]{7}"],
    "continues to the prompt": [r"^kd> q$"],
}


def jobs():
    yield session


def session():
    finished = run(["Scripts/debug", KERNEL, "-nx", "-batch", "-x", "Scripts/gdb/test.gdb"], limit=120)
    problems = [f"{what}: {problem}" for what, patterns in EXPECTED.items() for problem in missing(finished.output, patterns)]
    return [result("gdb session", problems, finished.output)]
