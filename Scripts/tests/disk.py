"""The disk: tests inside the booted kernel on disks of several kinds, and what the host finds on their images afterwards."""

import re
import struct
from functools import partial

from processes import BUG_CHECK, KERNEL, POWERED_OFF, ROOT, TEST_KERNEL, boot, run
from tests.report import missing, reported, result

SECTOR = 512
WORDS = SECTOR // 4
LIMIT = 180
# As in Tests/Target/Disk/DiskScenarios.swift.
FROM_HOST, HOST_SECTORS, HOST_SEED = 100_000, 64, 0x12345678
TO_HOST, KERNEL_SECTORS, KERNEL_SEED = 101_000, 300, 0x87654321
BAD_TO_READ, BAD_TO_WRITE = 102_005, 103_005
FAULTS = f"""
[inject-error]
event = "read_aio"
iotype = "read"
errno = "5"
sector = "{BAD_TO_READ}"

[inject-error]
event = "write_aio"
iotype = "write"
errno = "5"
sector = "{BAD_TO_WRITE}"
"""


def jobs():
    return [
        partial(disk_tests, "image", "image"),
        partial(disk_tests, "image without PCI", "image", machine="-M isapc"),
        partial(disk_tests, "second drive of the second channel", "image", place="if=ide,index=3"),
        partial(disk_tests, "faulty", "faulty", fault=FAULTS),
        partial(disk_tests, "faulty without PCI", "faulty", fault=FAULTS, machine="-M isapc"),
        partial(disk_tests, "slow", "slow", place="if=ide,index=0,throttling.bps-read=1024"),
        large_disk,
        command,
        no_such_image,
    ]


def image_path(name):
    path = ROOT / ".build/disks" / f"{name.replace(' ', '-')}.img"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def pattern(first, sectors, seed):
    """What `DiskBuffer.fill` writes."""
    return b"".join(struct.pack("<I", (word * 0x9E3779B1 + seed) & 0xFFFFFFFF) for word in range(first * WORDS, (first + sectors) * WORDS))


def make_image(path):
    made = run(["Scripts/disk", str(path), "README.md"], limit=60)
    with path.open("r+b") as image:
        image.seek(FROM_HOST * SECTOR)
        image.write(pattern(FROM_HOST, HOST_SECTORS, HOST_SEED))
    return made.status_problems(0)


def disk_tests(name, scenario, place="if=ide,index=0", fault="", machine=""):
    path = image_path(name)
    problems = make_image(path)
    source = str(path)
    if fault:
        path.with_suffix(".conf").write_text(fault)
        source = f"blkdebug:{path.with_suffix('.conf')}:{path}"
    results = kernel_tests(f"disk {name}", scenario, f"-drive file={source},format=raw,{place} {machine}")
    return [*results, result(f"disk {name}: what the host finds", problems + image_problems(path))]


def kernel_tests(prefix, scenario, flags):
    finished = boot(TEST_KERNEL, cmdline=f"/DISK={scenario} PagingFiles=", qemu_flags=flags, limit=LIMIT)
    results = list(reported(finished.output, prefix))
    failed = sum(not case.passed for case in results)
    problems = finished.status_problems(BUG_CHECK if failed else POWERED_OFF)
    problems += missing(finished.output, [rf"^TARGET [1-9]\d* passed, {failed} failed$"])
    return [*results, result(f"{prefix}: run", problems, finished.output)]


def image_problems(path):
    """The kernel's sectors are as it says, the others as they were: the host's, and the volume."""
    problems = []
    with path.open("rb") as image:
        for what, first, sectors, seed in [("the host's", FROM_HOST, HOST_SECTORS, HOST_SEED), ("the kernel's", TO_HOST, KERNEL_SECTORS, KERNEL_SEED)]:
            image.seek(first * SECTOR)
            if image.read(sectors * SECTOR) != pattern(first, sectors, seed):
                problems.append(f"{what} sectors are not as they should be")
    checked = run(["mtype", "-i", f"{path}@@1M", "::README.md"], limit=60)
    if checked.output != (ROOT / "README.md").read_text():
        problems.append("the file of the volume is no longer the same")
    return problems


def large_disk():
    """200 GB, without a block of it on the host's disk but those that are written."""
    path = image_path("large")
    path.unlink(missing_ok=True)
    with path.open("wb") as image:
        image.truncate(200 << 30)
    results = kernel_tests("disk large", "large", f"-drive file={path},format=raw,if=ide,index=0")
    path.unlink()
    return results


ANSWERS = [
    r"^Controller  PCI 00:01\.1, 8086:7010, IRQ 14, bus master at [0-9a-f]{4}$",
    r"^Disk        QEMU HARDDISK, 133120 sectors \(65 MB\), 48 bits of address, bus master DMA$",
    r"^Partition   sectors 2048 to 133119 \(64 MB\), type 06$",
    r"^Requests    [1-9]\d* reads, \d+ writes, \d+ flushes done; 0 to do$",
    r"^            0 errors, 0 resets$",
    r"^\d+ pages checked: every frame in one state",
]


def command():
    """`!disk`, with the disk given by `DISK`, and with one that has no partition. Without a disk: Tests/Transcripts/disk.kd."""
    path = image_path("command, and a comma")
    problems = make_image(path)
    finished = boot(KERNEL, disk=str(path), cmdline="PagingFiles=", commands="!disk\n!verify\n")
    problems += finished.status_problems(POWERED_OFF) + missing(finished.output, ANSWERS)
    with path.open("r+b") as image:
        image.write(bytes(SECTOR))
    empty = boot(KERNEL, disk=str(path), commands="!disk\n")
    problems += empty.status_problems(POWERED_OFF) + missing(empty.output, [r"^Partition   none that is valid$"])
    return [result("disk command", problems, finished.output + empty.output)]


def no_such_image():
    finished = boot(KERNEL, disk=".build/disks/none.img")
    problems = [] if finished.status and re.search("no disk image", finished.output) else ["expected a refusal that says why"]
    return [result("disk image that is not there", problems, finished.output)]
