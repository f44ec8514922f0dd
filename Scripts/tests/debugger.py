"""A session with gdb: Scripts/gdb/test.gdb, and what it must print."""

from functools import partial

from processes import KERNEL, run
from tests.report import missing, result

FRAMES = r"(?:#.*\n)*"
FRAME_OF_KITRAP = r"#\d+ .*\bKiTrap(?:Link)? \(.*\n"
FRAME_IN_THE_KERNEL = r"#\d+ .* at .*Kernel/.*\.swift:\d+\n"
FRAME_OF_THE_PROMPT = r"#\d+ .*runDebugger.* at .*Kernel/.*\.swift:\d+\n"
BLOCK = r"^[* ][0-9a-f]{8} size +[0-9a-f]+ previous size +[0-9a-f]+ \((Allocated|Free|Lookaside)\)"
UNTOUCHED_PAGE = r"^PTE at c0384004 contains 00000080: demand zero, read/write$"
RESIDENT_PAGE = r"^contains [0-9a-f]{8} +contains [0-9a-f]{5}0[26]3$"

EXPECTED = {
    "stops at MmAccessFault": [r"^Breakpoint 1, MmAccessFault \(error=0, address=3774878260, "],
    "prints the fault": [r"^CR2 is 0xe1001234$", r"^error = 0$", r"^address = 3774878260$"],
    "backtrace through the trap": ["^" + FRAMES + FRAME_OF_KITRAP + FRAMES + FRAME_IN_THE_KERNEL, "^" + FRAMES + FRAME_OF_THE_PROMPT],
    "pte": [r"^PDE at c0300e10 contains [0-9a-f]{5}063: ", UNTOUCHED_PAGE],
    "pfn": [r"^PFN 100 at d9001800: Active, modified$", r"^  original PTE 00000080: demand zero, read/write$"],
    "pool": [r"^Pool page db000000, nonpaged$", BLOCK],
    "continues": [r"^e1001234 is resident\.$", RESIDENT_PAGE, r"pages checked", r"^kd> q$"],
}


def jobs():
    yield partial(session, "gdb session", "0x8", "")
    yield partial(session, "gdb session with /3GB", "0xe", "/3GB", "-ex", f"symbol-file -readnow -o 0x60000000 {KERNEL}")


def session(name, image, cmdline, *arguments):
    """`image` is the first digit of the image's addresses, `cmdline` the kernel's, `arguments` gdb's."""
    command = ["Scripts/debug", KERNEL, "-nx", "-batch", *arguments, "-x", "Scripts/gdb/test.gdb"]
    finished = run(command, limit=60, CMDLINE=cmdline)
    expected = EXPECTED | {"sbreak": [rf"^Breakpoint 2 at {image}[0-9a-f]{{7}}"]}
    problems = [f"{what}: {problem}" for what, patterns in expected.items() for problem in missing(finished.output, patterns)]
    return [result(name, problems, finished.output)]
