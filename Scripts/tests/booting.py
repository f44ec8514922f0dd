"""Ways to boot: GRUB, `make run`, and machines that the kernel must refuse."""

from processes import KERNEL, POWERED_OFF, REFUSED, boot, run
from tests.report import missing, result

COMMANDS = "!vm\nq"  # without a line end: the last line counts all the same
ANSWERS = [r"^kd> !vm$", r"Physical Memory:", r"^kd> q$"]
ISO = ".build/kernel.iso"
LARGE_USER_SPACE = r"^  e0000000 e0ffffff +4096 +[1-9]\d* System code$"


def jobs():
    return [grub, make_run, too_little_memory, wrong_loader]


def grub():
    """With an option, so as to see that GRUB's command line is read."""
    made = run(["Scripts/iso", KERNEL, ISO], limit=60, CMDLINE="/3GB")
    finished = boot(ISO, commands="!kva\n" + COMMANDS)
    problems = made.status_problems(0) + finished.status_problems(POWERED_OFF) + missing(finished.output, [LARGE_USER_SPACE, *ANSWERS])
    return [result("boot through GRUB", problems, made.output + finished.output)]


def make_run():
    finished = run(["make", "run"], limit=300, text=COMMANDS)
    return [result("make run with piped commands", finished.status_problems(POWERED_OFF) + missing(finished.output, ANSWERS), finished.output)]


def too_little_memory():
    finished = boot(KERNEL, memory="2M")
    problems = finished.status_problems(REFUSED) + missing(finished.output, [r"(?i)^(?=.*(memory|RAM)).*\d ?[KM]B"])
    return [result("refuses 2 MB of memory", problems, finished.output)]


def wrong_loader():
    """The loader's magic is in eax at the entry: gdb changes it there."""
    script = ["break *_start", "continue", "set $eax = 0", "continue", "shell sleep 1"]  # the last: Scripts/run is to say how it ended
    commands = [word for line in script for word in ("-ex", line)]
    finished = run(["Scripts/debug", KERNEL, "-nx", "-batch", *commands], limit=60)
    problems = missing(finished.output, [r"(?i)loader|multiboot", "run: the kernel refused to boot$"])
    return [result("refuses a wrong loader", problems, finished.output)]
