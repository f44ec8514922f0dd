"""User programs, run at the kd> prompt: what they find out themselves, how they end, and what is left when they have ended."""

import re
from functools import partial

from processes import KERNEL, POWERED_OFF, SCRIPTS, boot
from tests.report import missing, reported, result

VERIFIED = r"^\d+ pages checked: every frame in one state"
SUCCESS = "STATUS_SUCCESS (0x00000000)"
LIMIT = 120
FUZZ_CALLS = 250_000  # a run; with the privilege programs can lock memory for good and have large pages
FUZZ_RUNS = [("32M", "", 1), ("32M", "", 2), ("64M", "/LOCK ", 3), ("64M", "/LOCK ", 4)]


def jobs():
    for memory in ("32M", "64M"):
        yield partial(test_lines, memory, ["services", "deep"], "services deep")
        yield partial(hog_among_others, memory)
        yield partial(no_leaks, memory, "spawner 16 8", "spawner 100 8", r"^spawner: 2 passed, 0 failed$")
        yield partial(no_leaks, memory, "bomb 2", "bomb 2", r"^bomb: \d+ copies, \d{3,} with theirs, then 0x(C000012D|C0000017|C000009A)$")
    for memory, option, seed in FUZZ_RUNS:
        yield partial(fuzz, memory, option, seed)
    yield faults
    yield too_deep


def session(commands, programs, memory="64M"):
    """Boots with `programs`, types `commands` and `!verify`. Returns how it ended, the answer to each command, and what is wrong with the end."""
    finished = boot(KERNEL, memory=memory, programs=programs, commands="".join(f"{command}\n" for command in [*commands, "!verify"]), limit=LIMIT)
    answers = re.split(r"^kd> .*\n", finished.output, flags=re.MULTILINE)[1:]
    answers += [""] * (len(commands) + 1 - len(answers))
    return finished, answers, finished.status_problems(POWERED_OFF) + missing(answers[len(commands)], [VERIFIED])


def ended(answer, status=SUCCESS):
    return missing(answer, [rf"^Exit status: {re.escape(status)}$"])


def test_lines(memory, commands, programs):
    """Programs that print PASS and FAIL lines."""
    finished, answers, problems = session([f"run {command}" for command in commands], programs, memory)
    prefix = f"programs {memory}"
    results = list(reported(finished.output, prefix))
    for command, answer in zip(commands, answers):
        problems += [f"{command}: {problem}" for problem in ended(answer)]
    return results + [result(f"{prefix}: {programs}", problems, finished.output)]


# MARK: Faults


def faults():
    """Each line of faults.tsv: a kind of fault, and how the process must end."""
    lines = [line.split("\t") for line in (SCRIPTS / "faults.tsv").read_text().splitlines() if line and not line.startswith("#")]
    finished, answers, problems = session(["run faults", *(f"run faults {kind}" for kind, *_ in lines)], "faults")
    untested = set(re.findall(r"^[a-z-]+$", answers[0], re.MULTILINE)) - {kind for kind, *_ in lines}
    problems += [f"faults.tsv lacks {kind}" for kind in sorted(untested)]
    results = [fault_result(answer, *line) for line, answer in zip(lines, answers[1:])]
    return results + [result("faults: the kernel goes on", problems, finished.output)]


def fault_result(answer, kind, status, access):
    access = access and f" {access}"
    line = rf"^Process faults \([0-9a-f]{{4}}\) ended: {re.escape(status)}{access} at eip [0-9a-f]{{8}}$"
    return result(f"faults: {kind}", missing(answer, [line]) + ended(answer, status), answer)


def too_deep():
    """A stack of 1 MB is used up to its last page but one or two, and then the program ends, however far it wants to go."""
    depths = ["1100", "3000", "4194303"]
    finished, answers, problems = session([f"run deep {kilobytes}" for kilobytes in depths], "deep")
    for answer in answers[: len(depths)]:
        problems += ended(answer, "STATUS_STACK_OVERFLOW (0xC00000FD)") + missing(answer, [r" writing 0001[1-3][0-9a-f]{3} at eip "])
    return [result("a stack that is too small", problems, finished.output)]


# MARK: Too little memory


def hog_among_others(memory):
    """Programs that have what they need keep their bytes and end well, while others take all that is left."""
    others = "pattern 4M random 1 7 + pattern 2M reverse 1 8 + spin 40 + deep"
    hogs = "hog + hog 3000 reserve + hog 3000 commit"
    finished, answers, problems = session([f"run together {others} + {hogs}", f"run together {hogs} + {others}"], "together pattern spin deep hog", memory)
    problems += missing(answers[0], [r"^pattern: 1024 pages, 0 errors$", r"^pattern: 512 pages, 0 errors$"])
    problems += missing(answers[0], [rf"^together: program {number} ended with 0x00000000$" for number in range(1, 8)])
    problems += missing(answers[0], [r"^hog: \d+ KB, then 0xC000012D; 0 pages wrong$"])
    problems += ended(answers[0]) + ended(answers[1])
    return [result(f"programs {memory}: hogs among others", problems, finished.output)]


# MARK: Nothing is left behind

COUNTERS = ["!vm", "!sysptes", "!poolused"]
PAGES = r"^\t(NonPagedPool Usage|PagedPool Usage|Committed pages|Active|Modified|Standby):? +(\d+)"
MOST_POOL_PAGES = 128  # each of the 256 sizes keeps a block, and four runs of fuzz one after another end with 80 pages


def fuzz(memory, option, seed):
    return no_leaks(memory, f"fuzz {seed + 1000} 1000", f"fuzz {seed} {FUZZ_CALLS}", rf"^PASS fuzz: seed {seed}, {FUZZ_CALLS} calls$", option)


def no_leaks(memory, warm_up, command, expected, option=""):
    """What is in use after `command` is what was in use before. `warm_up` makes the page tables of the system that stay."""
    commands = [f"run {option}{warm_up}", *COUNTERS, f"run {option}{command}", *COUNTERS]
    finished, answers, problems = session(commands, command.split()[0], memory)
    problems += missing(answers[4], [expected]) + ended(answers[4])
    before, after = used(*answers[1:4]), used(*answers[5:8])
    problems += [f"{name}: {before.get(name, 0)} before, {found} afterwards" for name, found in after.items() if found != before.get(name, 0)]
    return [result(f"programs {memory}: {command}", problems, finished.output)]


def used(vm, system_ptes, pools):
    """Pages, system PTEs, and bytes of each pool by tag. The nonpaged pool keeps blocks that were freed for the next who asks, and so a few pages:
    all pages are counted without them."""
    pages = {name: int(value) for name, value in re.findall(PAGES, vm, re.MULTILINE)}
    pool = pages.pop("NonPagedPool Usage", MOST_POOL_PAGES + 1)
    counts = {name: pages.get(name, 0) - (pool if name in ("Committed pages", "Active") else 0) for name in pages}
    counts["system PTEs"] = re.findall(r"In use +(\d+)", system_ptes)[:1]
    for tag, nonpaged, paged in re.findall(r"^  (\S{4}) .* (\d+) +\|.* (\d+)$", pools, re.MULTILINE):
        counts[f"pool {tag}"] = (nonpaged, paged)
    return {name: count for name, count in counts.items() if count != ("0", "0")} | {"few pages of pool are kept": pool <= MOST_POOL_PAGES}
