"""Disks that begin to fail while the machine runs, for ever or for a while, and disks that give back wrong bytes."""

import re
import time

from processes import BUG_CHECK, KERNEL, POWERED_OFF
from tests.paging import PAGE, PROGRAMS, PROMPT, SECTOR, VERIFIED, drive, make_image, page_file, sector_of, swap_out_idle, volume_problems, with_page_file
from tests.report import missing, result
from tests.session import Ended, Session, TimedOut

# The guest's time is what it has executed, and when it only waits it passes at once: minutes take seconds.
FAST_CLOCK = " -icount shift=0,sleep=off -rtc base=2020-01-01,clock=vm"
NOTHING_WRITTEN = r"^Nothing can be written to page files\. It is tried again every second\.$"
WRITTEN_AGAIN = r"Page files can be written to again\.$"
DEVICE_DATA_ERROR = "0xC000009C"


def jobs():
    yield dead_disk
    yield no_pages_available
    yield disk_that_comes_back
    yield lost_stack
    yield lost_process
    yield wrong_bytes


# MARK: Disks that change


def changing_drive(path):
    """QEMU's flags for an image behind which something else can be put: `d0` is the disk."""
    nodes = [f"driver=file,node-name=file,filename={path}", "driver=blkdebug,node-name=works,image=file", "driver=raw,node-name=d0,file=works"]
    return " ".join(f"-blockdev {node}" for node in nodes) + " -device ide-hd,drive=d0,bus=ide.0,unit=0"


def fail(machine, *faults):
    """From now on the disk has these faults: blkdebug's rules."""
    rules = [{"errno": 5, **fault} for fault in faults]
    machine.qmp("blockdev-add", driver="blkdebug", image="file", **{"node-name": "fails", "inject-error": rules})
    put_behind(machine, "fails")


def put_behind(machine, node):
    machine.qmp("blockdev-reopen", options=[{"driver": "raw", "node-name": "d0", "file": node}])


def seconds(machine):
    """What the guest's clock says."""
    clock = machine.qmp("qom-get", path="/machine", property="rtc-time")
    return ((clock["tm_mday"] * 24 + clock["tm_hour"]) * 60 + clock["tm_min"]) * 60 + clock["tm_sec"]


def begin_to_need_pages(machine):
    """A program fills more memory than there is, and nothing can be written. Returns the time when it begins, which is a few seconds before it has to wait."""
    machine.wait_for(PROMPT)
    machine.qmp("stop")
    fail(machine, {"event": "write_aio", "iotype": "write"})
    begin = seconds(machine)
    machine.type("run pattern 40M\n")
    return begin


def pass_time(machine):
    """A little of it, after which the machine stands still. Returns the guest's time."""
    machine.qmp("cont")
    time.sleep(0.02)
    machine.qmp("stop")
    return seconds(machine)


# MARK: Nothing works any more


def dead_disk():
    """From one moment on nothing can be read or written. Who needs a page from the disk ends; the others go on, and the prompt answers."""
    path, problems = make_image("dead", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=changing_drive(path), limit=60) as machine:
        try:
            machine.wait_for(PROMPT)
            machine.type("start spin 4000\nstart thrash 40M\n")
            machine.wait_for(r"^thrash .*: round 0, 10240 of 10240 pages")
            fail(machine, {"event": "read_aio"}, {"event": "write_aio"}, {"event": "flush_to_os"})
            position = len(machine.output)
            machine.ask("!vm", r"^\tAll memory is accounted for\.$", limit=5)
            machine.wait_for(r"^Process thrash \([0-9a-f]{4}\) ended: STATUS_IN_PAGE_ERROR \(0xC0000006\) reading ", after=position, limit=20)
            machine.ask("run pattern 1M", r"^pattern: 256 pages, 0 errors$", limit=20)
            machine.ask(".kill spin", "has ended", limit=5)
            machine.ask("start pattern 40M", r"^Nothing can be written to page files\. It is tried again every second\.$", limit=20)
            machine.ask(".kill pattern", "has ended", limit=5)
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED])
    path.unlink()
    return [result("failing: a disk that dies", problems, finished.output)]


# MARK: No page can be written


def no_pages_available():
    """After seven minutes it is the end: there is no page for anyone, and never will be."""
    path, problems = make_image("no pages", 64)
    waited = 0
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=changing_drive(path) + FAST_CLOCK, limit=60) as machine:
        try:
            begin = begin_to_need_pages(machine)
            while waited < 10 * 60:
                waited = pass_time(machine) - begin
        except Ended:
            pass
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.end()
    stop = rf"^\*\*\* STOP: 0x0000004D \(0x00000[0-9A-F]{{3}}, 0x00000[0-9A-F]{{3}}, 0x0000[0-9A-F]{{4}}, {DEVICE_DATA_ERROR}\)$"
    problems += finished.status_problems(BUG_CHECK) + missing(finished.output, [NOTHING_WRITTEN, stop, r"^\*\*\* NO_PAGES_AVAILABLE$"])
    problems += [] if 300 < waited < 430 else [f"it came after {waited} seconds"]
    path.unlink()
    return [result("failing: seven minutes without a write", problems, finished.output)]


def disk_that_comes_back():
    """It answers again before the seven minutes are over: nothing is lost, and they begin anew."""
    path, problems = make_image("comes back", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=changing_drive(path) + FAST_CLOCK, limit=60) as machine:
        try:
            begin = begin_to_need_pages(machine)
            while pass_time(machine) < begin + 5 * 60:
                pass
            put_behind(machine, "works")
            machine.qmp("cont")
            machine.wait_for(rf"{NOTHING_WRITTEN}\n{WRITTEN_AGAIN}")
            machine.wait_for(r"^pattern: 10240 pages, 0 errors$")
            machine.ask("run pattern 40M random", r"^pattern: 10240 pages, 0 errors$")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED]) + volume_problems(path)
    path.unlink()
    return [result("failing: five minutes without a write", problems, finished.output)]


# MARK: Kernel stacks and processes


def lost_stack():
    """The stack of a thread that waits for long is in the page file, and cannot be read when the wait ends."""
    path, problems = with_page_file("lost stack", 64)
    slot = None
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=changing_drive(path), limit=60) as machine:
        try:
            machine.wait_for(PROMPT)
            top = int(machine.ask("spawn\n!process 28 7", r"^(e8[0-9a-f]{6}) [0-9a-f]{8} .*wait")[1], 16) & -PAGE
            while not re.search("Kernel stack not resident", answer(machine, "!process 28 7")):
                time.sleep(0.2)
            machine.ask("run pattern 32M", r"^pattern: 8192 pages, 0 errors$")
            slot = int(machine.ask(f"!pte {top - 2 * PAGE:x}", r"PageFile:? 0 Offset:? ([0-9a-f]+)")[1], 16)
            fail(machine, {"event": "read_aio", "iotype": "read", "sector": sector_of(slot, path) + 5})
            machine.ask("peek 0x7ffd0000", r"^\*\*\* STOP: ")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.end()
    stop = rf"^\*\*\* STOP: 0x00000077 \({DEVICE_DATA_ERROR}, {DEVICE_DATA_ERROR}, 0x00000000, 0x{(slot or 0) * PAGE:08X}\)$"
    read = rf"^Page file 0: read of 1 pages at slot {slot or 0:08x} failed: disk error"
    problems += finished.status_problems(BUG_CHECK) + missing(finished.output, [read, stop, r"^\*\*\* KERNEL_STACK_INPAGE_ERROR$"])
    path.unlink()
    return [result("failing: a kernel stack that cannot be read", problems, finished.output)]


def answer(machine, command):
    begin = len(machine.output)
    machine.ask(command, PROMPT)
    return machine.output[begin:]


def lost_process():
    """The page directory of a process that is out cannot be read when someone wants to go there."""
    path, problems = make_image("lost process", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=changing_drive(path), limit=120) as machine:
        try:
            swap_out_idle(machine)
            fail(machine, {"event": "read_aio", "iotype": "read"})
            machine.ask(".process idle\npeek 0x10000", r"^\*\*\* STOP: ")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.end()
    stop = rf"^\*\*\* STOP: 0x00000077 \({DEVICE_DATA_ERROR}, {DEVICE_DATA_ERROR}, 0x00000000, 0x(?!0{{8}})[0-9A-F]{{5}}000\)$"
    problems += finished.status_problems(BUG_CHECK) + missing(finished.output, [stop, r"^\*\*\* KERNEL_STACK_INPAGE_ERROR$"])
    path.unlink()
    return [result("failing: a process that cannot be read", problems, finished.output)]


# MARK: Wrong bytes


def wrong_bytes():
    """Two pages are swapped on the disk, and a byte of a third is changed: `pattern` finds each of them, and no other."""
    path, problems = with_page_file("wrong bytes", 64)
    with Session(KERNEL, memory="16M", cmdline=page_file(64), programs=PROGRAMS, qemu_flags=drive(path), limit=60) as machine:
        try:
            machine.wait_for(PROMPT)
            machine.monitor_command('qemu-io d0 "break read_aio held"')
            position = len(machine.output)
            machine.type("run pattern 40M\n")
            machine.wait_for("Suspended request 'held'")  # all is filled, and the first page is read
            swap_pages(path, 2000, 3001)
            change_byte(path, 4000)
            machine.monitor_command('qemu-io d0 "resume held"')
            errors = int(machine.wait_for(r"^pattern: 10240 pages, (\d+) errors$", after=position)[1])
            problems += [] if 3 <= errors <= 6 else [f"{errors} errors"]  # a page that is not filled anew is looked at twice
            problems += missing(machine.output, [r"^pattern: at [0-9A-F]{8} expected [0-9A-F]{8}, found [0-9A-F]{8}$"])
            machine.ask("run pattern 40M", r"^pattern: 10240 pages, 0 errors$")
            machine.type("!verify\n")
        except TimedOut as problem:
            problems.append(str(problem))
        finished = machine.quit()
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, [VERIFIED, r"^Exit status: STATUS_UNSUCCESSFUL"]) + volume_problems(path)
    path.unlink()
    return [result("failing: wrong bytes are noticed", problems, finished.output)]


def swap_pages(path, slot, other):
    places = [sector_of(slot, path) * SECTOR for slot in (slot, other)]
    with path.open("r+b") as image:
        pages = []
        for place in places:
            image.seek(place)
            pages.append(image.read(PAGE))
        for place, page in zip(places, reversed(pages)):
            image.seek(place)
            image.write(page)


def change_byte(path, slot):
    """One that is a part of the pattern: the others are 0."""
    with path.open("r+b") as image:
        place = sector_of(slot, path) * SECTOR
        image.seek(place)
        page = bytearray(image.read(PAGE))
        position = next(position for position in range(PAGE // 3, PAGE) if page[position])
        page[position] ^= 0x10
        image.seek(place)
        image.write(page)
