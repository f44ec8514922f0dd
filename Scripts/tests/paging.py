"""Memory that goes to a page file and comes back: more than there is RAM, disks that fail or are slow, and too little of everything."""

import os
import re
import struct
import time
from functools import partial

from processes import KERNEL, POWERED_OFF, boot, run
from tests.report import missing, result
from tests.session import Session, TimedOut
from tests.volume import FOLDER, HARMLESS, PARTITION, complaints, fill, mtools

VERIFIED = r"^\d+ pages checked: every frame in one state"
PROMPT = r"^kd> $"
PROGRAMS = "pattern thrash hog spin together"
SECTOR, PAGE = 512, 4096
# A machine, what is touched of it, and the megabytes of its page file.
OVERCOMMITTED = [("16M", "128M", 144), ("64M", "512M", 560)]


def jobs():
    for memory, size, megabytes in reversed(OVERCOMMITTED):  # what takes longest begins first
        yield partial(overcommitted, memory, size, megabytes, ["sequential", "random 4"])
        yield partial(overcommitted, memory, size, megabytes, ["reverse", "random"])
    yield partial(overcommitted, "16M", "48M", 64, ["sequential", "random 4"], fat=32)
    yield thrashing
    yield whole_process
    yield collided_fault
    yield read_error
    yield write_error
    yield slow_disk
    yield out_of_memory
    yield filled
    yield growth
    yield growth_refused
    yield growth_of_a_large_file
    yield growth_in_pieces
    yield growth_at_the_end
    yield growth_for_processes
    yield growth_for_pool
    yield growth_on_a_full_volume
    yield from (partial(growth_cut, seconds) for seconds in (0.5, 1.5, 3))


# MARK: Images and machines


def make_image(name, megabytes, fat=16):
    """A volume with room for a page file of so many megabytes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"paging-{name.replace(' ', '-')}.img"
    made = run(["Scripts/disk", "--fat", str(fat), "--megabytes", str(megabytes + megabytes // 16 + 8), str(path)], limit=60)
    return path, made.status_problems(0)


def page_file(megabytes, most=0):
    return rf"PagingFiles=C:\pagefile.sys,{megabytes},{most or megabytes}"


def drive(path, faults="", options=""):
    """QEMU's flags for an image with blkdebug in front of it: `faults` are its rules."""
    rules = path.with_suffix(".conf")
    rules.write_text(faults)
    return f"-drive file=blkdebug:{rules}:{path},format=raw,if=ide,index=0,id=d0{options}"


def volume_problems(path):
    """What fsck.fat finds. It looks at no data, so that the volume's beginning will do: the rest is data."""
    beginning = path.with_suffix(".fat")
    with path.open("rb") as image, beginning.open("wb") as copy:
        image.seek(PARTITION)
        copy.write(image.read(4 << 20))
        copy.truncate(path.stat().st_size - PARTITION)
    checked = run(["env", f"PATH={os.environ['PATH']}:/usr/sbin", "fsck.fat", "-n", str(beginning)], limit=60)
    beginning.unlink()
    return [] if checked.status == 0 else [f"fsck.fat: {checked.output}"]


def answers_of(commands, output):
    """What was printed after each command."""
    answers = re.split(r"^kd> .*\n", output, flags=re.MULTILINE)[1:]
    return (answers + [""] * len(commands))[: len(commands)]


LEFT = ["!vm", "!pagefiles"]
IN_USE = {"committed pages": r"^\tCommitted pages: +(\d+)", "slots": r"^ +0 +\d+ +\d+ +(\d+) .*pagefile\.sys$"}


def in_use(text):
    return {what: (re.findall(pattern, text, re.MULTILINE) or ["not said"])[-1] for what, pattern in IN_USE.items()}


def left_over(before, after, most=16):
    """Slots and commitment are what they were. The nonpaged pool may keep a few pages for the next who asks, and the system has a few pages out."""
    before, after = in_use(before), in_use(after)
    if "not said" in [*before.values(), *after.values()]:
        return [f"in use before: {before}; afterwards: {after}"]
    return [f"{what}: {before[what]} before, {after[what]} afterwards" for what in before if int(after[what]) > int(before[what]) + most]


def session(name, commands, *, memory="16M", megabytes=64, most=0, fat=16, qemu_flags="", path=None, limit=60):
    """Boots on a new image, or on one that there is, with a page file that may grow to `most` megabytes; types the commands between two looks at what is in use.
    Returns the answers, and a list of what is wrong."""
    problems = []
    if path is None:
        path, problems = make_image(name, max(megabytes, most), fat)
    commands = ["run pattern 1M", *LEFT, *commands, "!verify", *LEFT]
    disk = "" if qemu_flags else str(path)
    text = "".join(f"{command}\n" for command in commands)
    finished = boot(KERNEL, memory=memory, cmdline=page_file(megabytes, most), programs=PROGRAMS, disk=disk, qemu_flags=qemu_flags, commands=text, limit=limit)
    answers = answers_of(commands, finished.output)
    problems += finished.status_problems(POWERED_OFF) + missing(answers[-3], [VERIFIED])
    problems += left_over(answers[1] + answers[2], answers[-2] + answers[-1]) + volume_problems(path)
    path.unlink()
    return finished.output, answers[3:-3], problems


# MARK: More than there is RAM


def overcommitted(memory, size, megabytes, orders, fat=16):
    """Several times the RAM."""
    name = f"pattern {memory} {size} FAT{fat} {' + '.join(orders)}"
    commands = [f"run pattern {size} {order}" for order in orders]
    output, answers, problems = session(name.replace("+", "and"), commands, memory=memory, megabytes=megabytes, fat=fat, limit=180)
    pages = int(size.removesuffix("M")) << 8
    for answer in answers:
        problems += missing(answer, [rf"^pattern: {pages} pages, 0 errors$", r"^Exit status: STATUS_SUCCESS"])
    return [result(f"paging: {name}", problems, output)]


def thrashing():
    """Five programs, each with 80 % of the RAM: all of them get on, and the prompt answers within a second."""
    path, problems = make_image("thrashing", 96)
    output, slowest = "", 0.0
    with Session(KERNEL, memory="16M", cmdline=page_file(96), programs=PROGRAMS, disk=str(path), limit=40) as machine:
        try:
            machine.wait_for(PROMPT)
            numbers = [machine.ask("start thrash 12800K", r"^Process ([0-9a-f]{4})$")[1] for _ in range(5)]
            for number in numbers:
                machine.wait_for(rf"thrash 0000{number.upper()}: round 0, 3200 of 3200 pages, 0 errors$")
            before = len(machine.output)
            for _ in range(10):
                slowest = max(slowest, seconds_to_answer(machine))
            for number in numbers:
                machine.wait_for(rf"thrash 0000{number.upper()}: round \d+, \d+ of 3200 pages, 0 errors$", after=before)
            for number in numbers:
                machine.ask(f".kill {number}", r"has ended")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
        output = finished.output
    problems += finished.status_problems(POWERED_OFF) + missing(output, [VERIFIED]) + volume_problems(path)
    problems += [f"{slowest:.1f} seconds for an answer"] if slowest > 1 else []
    problems += [line for line in re.findall(r"^thrash [0-9A-F]{8}: .*", output, re.MULTILINE) if not line.endswith(" 0 errors")][:3]
    path.unlink()
    return [result("paging: thrashing", problems, output)]


def seconds_to_answer(machine):
    begin = time.monotonic()
    machine.ask("!perf", r"^Context switches +\d+$")
    return time.monotonic() - begin


# MARK: A process that is out

IDLE = r"""spawn idle
let base = 0
let size = 0x40000
call NtAllocateVirtualMemory -1 &base 0 &size MEM_RESERVE|MEM_COMMIT PAGE_READWRITE
fill base size 0x43
.process System
!process idle 1
"""
OUT = r"^    Out of memory: .*; so is its page directory, and 0 pages of it are left in memory$"


def whole_process():
    """While others need the memory, a process that waits leaves it, to its page directory; touched again it is as it was."""
    path, problems = make_image("whole process", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, disk=str(path), limit=120) as machine:
        try:
            swap_out_idle(machine)
            for shown in (r"^    DirBase: 00000000 ", r"Working Set Sizes \(now,min,max\)  \(0, "):
                machine.ask("!process idle 3", shown)
            machine.ask("!verify", VERIFIED)
            machine.ask(".process idle", PROMPT)
            machine.ask("peek 0x4fffc", r"^0x0004fffc = 0x43434343$")
            machine.ask("!process idle 1", r"^    DirBase: [0-9a-f]*[1-9a-f][0-9a-f]*  ")
            machine.ask(".process System", PROMPT)
            wait_until_out(machine)
            machine.ask(".kill idle", r"^Process [0-9a-f]{4} idle has ended")
            machine.ask(".kill thrash", r"has ended")
            machine.ask("!verify", VERIFIED)
            machine.ask("!pagefiles", r"^  0 +\d+ +\d+ +\d{1,2} +\d+ .*pagefile\.sys$")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + volume_problems(path)
    path.unlink()
    return [result("paging: a whole process", problems, finished.output)]


def swap_out_idle(machine):
    machine.wait_for(PROMPT)
    machine.type(IDLE)
    machine.wait_for(r"^ +CommitCharge +\d+$")
    machine.ask("start thrash 24M", r"^Process [0-9a-f]{4}$")
    wait_until_out(machine)


def wait_until_out(machine):
    """The swapper looks every four seconds, at stacks of threads that have waited for five."""
    for _ in range(60):
        begin = len(machine.output)
        machine.ask("!process idle 1", r"^ +PeakCommitCharge +\d+$")
        if re.search(OUT, machine.output[begin:], re.MULTILINE):
            return
        time.sleep(1)
    raise TimedOut("the process did not go out")


# MARK: A page that two threads want

READERS = r"""spawn
let base = 0
let size = 0x40000
call NtAllocateVirtualMemory -1 &base 0 &size MEM_RESERVE|MEM_COMMIT PAGE_READWRITE
fill base 0x1000 0x41
fill base+0x20000 0x1000 0x42
.trim
run pattern 32M
!pte 10000
peek base+0x20000
spawn
let data = 0
let count = 0
call NtReadVirtualMemory proc(28) 0x30000 &data 4 &count
!process 0 0
"""
CTRL_C = "\x03\n"


def collided_fault():
    """QEMU holds the read of a page, which one process wants, and then another; both have its bytes when it goes on."""
    path, problems = make_image("collided", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=drive(path), limit=60) as machine:
        try:
            machine.wait_for(PROMPT)
            machine.type(READERS)
            machine.wait_for(r"^kd> !process 0 0[^$]*^kd> $")
            problems += missing(machine.output, [r"not valid: PageFile:? 0 Offset:? ", r"^data = 0x42424242$"])
            begin = len(machine.output)
            machine.monitor_command('qemu-io d0 "break read_aio held"')
            leave_to_itself(machine, "28", "peek 0x10000")
            machine.wait_for("Suspended request 'held'", after=begin)
            leave_to_itself(machine, "38", "call NtReadVirtualMemory proc(28) 0x10000 &data 4 &count")
            machine.ask("!process 38 2", r"waits for a page that is being read$")
            machine.ask("!process 28 2", r"waits for a disk transfer$")
            machine.monitor_command('qemu-io d0 "resume held"')
            wait_for_return(machine, r"^The last call came back meanwhile: STATUS_SUCCESS .*\n.* data = 0x41414141$")
            machine.ask(".process 28", PROMPT)
            wait_for_return(machine, r"^The last call came back meanwhile: 0x41414141$")
            machine.ask("!perf", r"^  collided +1$")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED]) + volume_problems(path)
    path.unlink()
    return [result("paging: two threads want a page", problems, finished.output)]


def leave_to_itself(machine, process, command):
    """A command of the service console in that process, which does not come back."""
    machine.ask(f".process {process}", PROMPT)
    position = len(machine.output)
    machine.type(f"{command}\n")
    time.sleep(0.5)
    machine.type(CTRL_C)
    machine.wait_for(r"^It is not done yet[^$]*^kd> $", after=position)


def wait_for_return(machine, answer):
    """Asks the service console until the last call of its process has come back, which takes as long as the disk does."""
    for _ in range(50):
        begin = len(machine.output)
        machine.ask("let", PROMPT)
        if "is not back from its last call" not in machine.output[begin:]:
            return machine.wait_for(answer, after=begin)
        time.sleep(0.1)
    raise TimedOut("the call did not come back")


# MARK: Disks that fail


def with_page_file(name, megabytes):
    """An image on which the kernel has made its page file: so one knows where that is."""
    path, problems = make_image(name, megabytes)
    finished = boot(KERNEL, memory="16M", cmdline=page_file(megabytes), disk=str(path), commands="q\n")
    return path, problems + finished.status_problems(POWERED_OFF) + missing(finished.output, [r"pagefile\.sys is a page file of"])


def sector_of(slot, path):
    """The sector of the disk where a slot of the page file begins: the chain of its clusters is followed through the FAT16."""
    with path.open("rb") as image:

        def read(sector, count):
            image.seek(sector * SECTOR)
            return image.read(count * SECTOR)

        volume = PARTITION // SECTOR
        _, per_cluster, reserved, fats, entries, _, _, per_fat = struct.unpack_from("<HBHBHHBH", read(volume, 1), 11)
        table = struct.unpack(f"<{per_fat * SECTOR // 2}H", read(volume + reserved, per_fat))
        root = volume + reserved + fats * per_fat
        directory = read(root, entries * 32 // SECTOR)
        (cluster,) = struct.unpack_from("<H", directory, directory.index(b"PAGEFILESYS") + 26)
    clusters, rest = divmod(slot * PAGE // SECTOR, per_cluster)
    for _ in range(clusters):
        cluster = table[cluster]
    return root + entries * 32 // SECTOR + (cluster - 2) * per_cluster + rest


def bad_sectors(kind, slots, path):
    """One in each slot, not its first."""
    rule = '[inject-error]\nevent = "{0}_aio"\niotype = "{0}"\nerrno = "5"\nsector = "{1}"\n\n'
    return "".join(rule.format(kind, sector_of(slot, path) + 3) for slot in slots)


def read_error():
    """The program that needs the page ends, with its own status; the others do not, and none gets a page there again."""
    slot = 3000
    path, problems = with_page_file("read error", 64)
    flags = drive(path, bad_sectors("read", [slot], path))
    commands = ["run together pattern 40M + spin 40 + pattern 2M random", "run pattern 48M", "!pagefiles"]
    output, answers, more = session("read error", commands, path=path, qemu_flags=flags)
    expected = [
        rf"^Page file 0: read of 1 pages at slot {slot:08x} failed: disk error",
        r"^Process pattern \([0-9a-f]{4}\) ended: STATUS_IN_PAGE_ERROR \(0xC0000006\) reading [0-9a-f]{8} at eip",
        r"^together: program 1 ended with 0xC0000006$",
        r"^together: program 2 ended with 0x00000000$",
        r"^together: program 3 ended with 0x00000000$",
        r"^pattern: 512 pages, 0 errors$",
    ]
    problems += more + missing(answers[0], expected) + missing(answers[1], [r"^pattern: 12288 pages, 0 errors$"])
    problems += missing(answers[2], [r"^ +0 .* 1  .*pagefile\.sys$"]) + (["the bad slot was used again"] if "failed" in answers[1] else [])
    return [result("paging: a page that cannot be read", problems, output)]


def write_error():
    """What cannot be written in one place is written in another; the bad ones are not used again."""
    slots = [100, 101, 300, 2000]
    path, problems = with_page_file("write error", 64)
    flags = drive(path, bad_sectors("write", slots, path))
    commands = ["run together pattern 40M random + spin 40 + pattern 2M random", "run pattern 48M", "!pagefiles"]
    output, answers, more = session("write error", commands, path=path, qemu_flags=flags)
    expected = [rf"^Page file 0: write of 1 pages at slot {slot:08x} failed: disk error" for slot in slots]
    expected += [r"^pattern: 10240 pages, 0 errors$", r"^pattern: 512 pages, 0 errors$"]
    problems += more + missing(answers[0], expected) + missing(answers[1], [r"^pattern: 12288 pages, 0 errors$"])
    problems += missing(answers[2], [rf"^ +0 .* {len(slots)}  .*pagefile\.sys$"])
    problems += ["a bad slot was used again"] if "failed" in answers[1] else []
    return [result("paging: pages that cannot be written", problems, output)]


def slow_disk():
    """So few transfers a second that everything waits for it."""
    path, problems = make_image("slow", 64)
    commands = ["run pattern 20M", "run pattern 18M random 2"]
    output, answers, more = session("slow", commands, path=path, qemu_flags=drive(path, options=",throttling.iops-total=1000,throttling.bps-total=8000000"))
    problems += more
    for answer, pages in zip(answers, (5120, 4608)):
        problems += missing(answer, [rf"^pattern: {pages} pages, 0 errors$"])
    return [result("paging: a slow disk", problems, output)]


# MARK: Too little of everything


def out_of_memory():
    """RAM, page file and commitment are used up together, twice."""
    hogs = "hog + hog 3000 reserve + hog 3000 commit + hog"
    others = "pattern 2M random 1 7 + pattern 1M reverse 1 8 + spin 40"
    commands = [f"run together {others} + {hogs}", f"run together {hogs} + {others}"]
    output, answers, problems = session("out of memory", commands, megabytes=4, limit=120)
    problems += missing(answers[0], [r"^pattern: 512 pages, 0 errors$", r"^pattern: 256 pages, 0 errors$"])
    for answer in answers:
        problems += missing(answer, [r"^hog: \d+ KB, then 0xC000012D; 0 pages wrong$", r"^Exit status: STATUS_SUCCESS"])
        problems += [line for line in re.findall(r"^hog: .*", answer, re.MULTILINE) if not line.endswith("; 0 pages wrong")]
    return [result("paging: out of memory", problems, output)]


def filled():
    """One program has as good as all frames and all slots, and finds its pages again: a page comes for each that goes, and that takes no longer than at other times."""
    output, answers, problems = session("filled", ["run hog"], megabytes=46, limit=40)
    problems += missing(answers[0], [r"^hog: \d{5} KB, then 0xC000012D; 0 pages wrong$", r"^Exit status: STATUS_SUCCESS"])
    return [result("paging: all frames and slots in use", problems, output)]


# MARK: Page files that grow


def growth():
    """Four programs at once ask for more than can be promised yet: the page file grows for all of them, and what no file could hold is refused."""
    commands = ["run pattern 64M sequential 4", "!pagefiles", "run pattern 100M sequential 4", "run pattern 64M reverse 2"]
    output, answers, problems = session("growth", commands, megabytes=16, most=72)
    for answer in (answers[0], answers[3]):
        problems += missing(answer, [r"^pattern: 16384 pages, 0 errors$", r"^Exit status: STATUS_SUCCESS"])
    problems += missing(answers[1], [r"^ +0 +1\d{4} .* 4096 +18432 .*pagefile\.sys$"])
    problems += missing(answers[2], [r"^pattern: copy \d ended with 0xC000012D$"])
    return [result("paging: a page file grows for several at once", problems, output)]
def growth_refused():
    """A page file does not grow for a promise that it could not make good on; for one that it can it does."""
    path, problems = make_image("refused", 64)
    commit = "call NtAllocateVirtualMemory -1 &base 0 &size MEM_RESERVE|MEM_COMMIT PAGE_READWRITE"
    commands = ["spawn", "let base = 0", "let size = 0x10000000", commit, "pagefile", "let base = 0", "let size = 0x3000000", commit, "pagefile", "!verify", "q", ""]
    finished = boot(KERNEL, memory="16M", cmdline=page_file(8, 64), disk=str(path), commands="\n".join(commands))
    size = r"[^$]*^  0 +{} +65536 +\d  C:.pagefile\.sys$"
    expected = [r"^STATUS_COMMITMENT_LIMIT" + size.format(8192), r"^STATUS_SUCCESS" + size.format(r"[345]\d{4}"), VERIFIED]
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, expected) + complaints(path)
    path.unlink()
    return [result("paging: a page file does not grow in vain", problems, finished.output)]


def growth_of_a_large_file():
    """A megabyte more takes no longer because the page file is large: 1,000 times."""
    path = FOLDER / "paging-large.img"
    problems = run(["Scripts/disk", "--fat", "32", "--megabytes", "1200", str(path)], limit=60).status_problems(0)
    commands = "run hog 1000 commit\npagefile\n!verify\nq\n"
    finished = boot(KERNEL, memory="16M", cmdline=page_file(8, 1100), programs=PROGRAMS, disk=str(path), commands=commands, limit=40)
    expected = [r"^hog: 1024000 KB, then 0x00000000", r"^  0 +10\d{5} +1126400 +1  C:.pagefile\.sys$", VERIFIED]
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, expected)
    path.unlink()
    return [result("paging: a large page file grows", problems, finished.output)]


def growth_in_pieces():
    """There is room for 10 MB more in pieces of a page: where they are takes memory, when none can be promised any more."""
    path, problems = make_image("pieces", 20)
    folder = FOLDER / "pages"
    folder.mkdir(exist_ok=True)
    names = [f"F{number}" for number in range(5000)]
    for name in names:
        (folder / name).write_bytes(bytes(PAGE))
    problems += mtools("mcopy", path, "-s", "-n", str(folder), "::").status_problems(0)
    problems += fill(path)
    problems += mtools("mdel", path, *(f"::pages/{name}" for name in names[::2])).status_problems(0)
    finished = boot(KERNEL, memory="16M", cmdline=page_file(1, 12), programs=PROGRAMS, disk=str(path), commands="run hog 20 reserve\n!verify\nq\n")
    expected = [r"^hog: 20480 KB, then 0x00000000; 0 pages wrong$", VERIFIED]
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, expected) + complaints(path)
    path.unlink()
    return [result("paging: a page file grows in pieces", problems, finished.output)]


def growth_at_the_end():
    """The power goes off while a page file grows, and the volume is in order."""
    problems, output = [], ""
    for length in (2, 5, 9):
        path, more = make_image("end", 200)
        commands = f"start hog 180 commit\nrun spin {length}\nq\n"
        finished = boot(KERNEL, memory="16M", cmdline=page_file(8, 200), programs=PROGRAMS, disk=str(path), commands=commands)
        problems += more + finished.status_problems(POWERED_OFF) + missing(finished.output, [r"^Exit status: STATUS_SUCCESS"]) + complaints(path)
        output += finished.output
        path.unlink()
    return [result("paging: the power goes off while a page file grows", problems, output)]


def growth_for_processes():
    """All that can be promised is, but for a few pages, most of it to a process, the rest to paged pool: the page file grows for who makes processes and threads."""
    path, problems = make_image("growth for processes", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(16, 64), programs=PROGRAMS, disk=str(path)) as machine:
        try:
            machine.wait_for(PROMPT)
            machine.type(".alloc paged 1000\nspawn\nlet base = 0\nlet size = 0x1E20000\n")
            machine.ask("call NtAllocateVirtualMemory -1 &base 0 &size MEM_RESERVE|MEM_COMMIT PAGE_READWRITE", r"^STATUS_SUCCESS")
            while (pages := unpromised(machine)) > 4:
                machine.ask(f".alloc paged {max(1, min(pages - 4, 256)) << 12:x}", r"^e[0-9a-f]{7}$")
            machine.ask("spawn", r"^Process [0-9a-f]{4}, thread")
            machine.ask("run pattern 1M", r"^pattern: 256 pages, 0 errors$")
            machine.ask("pagefile", r"^  0 +1[78]\d{3} +65536 +\d  C:.pagefile\.sys$")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED]) + volume_problems(path)
    path.unlink()
    return [result("paging: a page file grows for processes", problems, finished.output)]


def unpromised(machine):
    """How many pages can still be promised."""
    committed, limit = machine.ask("!vm", r"^\tCommitted pages: +(\d+) .*\n\tCommit limit: +(\d+) ").groups()
    return int(limit) - int(committed)


def growth_for_pool():
    """Pool does not wait for a page file to grow, but is what it grows for: it can be had later."""
    path, problems = make_image("growth for pool", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(4, 64), disk=str(path)) as machine:
        try:
            machine.wait_for(PROMPT)
            for _ in range(2):
                bytes = unpromised(machine) + 64 << 12
                machine.ask(f".alloc paged {bytes:x}", r"^There is no memory for that\.$")
                time.sleep(0.5)
                machine.ask(f".alloc paged {bytes:x}", r"^e[0-9a-f]{7}$")
            machine.ask(".alloc paged 4000000", r"^There is no memory for that\.$")
            machine.ask("pagefile", r"^  0 +[56]\d{3} +65536 +\d  C:.pagefile\.sys$")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED]) + volume_problems(path)
    path.unlink()
    return [result("paging: a page file grows for paged pool", problems, finished.output)]


def growth_on_a_full_volume():
    """A page file grows as long as the volume has room; then nothing more is promised, and nothing that was is lost."""
    path, problems = make_image("full volume", 64)
    problems += fill(path, but=13 << 20)
    commands = ["run hog", "!pagefiles", "run hog 200 commit", "run pattern 24M random 2", "!volume"]
    output, answers, more = session("full volume", commands, path=path, megabytes=8, most=200)
    for answer in (answers[0], answers[2]):
        problems += missing(answer, [r"^hog: \d{5} KB, then 0xC000012D; 0 pages wrong$", r"^Exit status: STATUS_SUCCESS"])
    problems += missing(answers[1], [r"^ +0 +3[23]\d\d .* 2048 +51200 .*pagefile\.sys$"])
    problems += missing(answers[3], [r"^pattern: 6144 pages, 0 errors$"]) + missing(answers[4], [r"^State +in order$"])
    return [result("paging: a page file on a full volume", problems + more, output)]


def growth_cut(seconds):
    """The power is cut while a page file grows: the volume has nothing worse than lost clusters, and the next start has a page file."""
    name = f"growth cut after {seconds} seconds"
    path, problems = make_image(name, 200)
    flags = drive(path, options=",throttling.iops-total=400")
    with Session(KERNEL, memory="16M", cmdline=page_file(8, 200), programs=PROGRAMS, qemu_flags=flags) as machine:
        try:
            machine.wait_for(PROMPT)
            machine.ask("start hog 180 commit", r"^Process [0-9a-f]{4}$")
            time.sleep(seconds)
        except TimedOut as problem:
            problems.append(str(problem))
        output = machine.output
    problems += ["it was done already"] if "KB, then" in output else []
    problems += complaints(path, HARMLESS)
    finished = boot(KERNEL, memory="16M", cmdline=page_file(48), programs=PROGRAMS, disk=str(path), commands="!volume\nrun pattern 32M random\n!verify\n")
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [r"^pattern: 8192 pages, 0 errors$", VERIFIED]) + complaints(path, HARMLESS)
    path.unlink()
    return [result(f"paging: {name}", problems, output + finished.output)]
