"""The volume: files that the kernel writes, as mtools and fsck.fat find them; volumes that cannot be mounted; and QEMU killed in mid-write."""

import os
import random
import re
import signal
import time
from functools import partial

from processes import KERNEL, POWERED_OFF, ROOT, boot, run, start
from tests.report import missing, result

FOLDER = ROOT / ".build/disks"
PARTITION = 1 << 20  # its offset in the image
FATS = (16, 32)


def jobs():
    for fat in FATS:
        yield partial(files, fat)
        yield from (partial(power_cut, fat, seed) for seed in range(4))
    yield from (partial(not_mounted, name, *case) for name, case in NOT_MOUNTED.items())


def make_image(name, fat=16, contents=()):
    """The path of a new image, and the problems with it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"volume-{name.replace(' ', '-')}.img"
    made = run(["Scripts/disk", "--fat", str(fat), "--megabytes", "64" if fat == 16 else "40", str(path), *contents], limit=60)
    return path, made.status_problems(0)


# What fsck.fat may find after power was lost: clusters that belong to no one, a FAT that is newer than its copy, a size that was not updated yet.
HARMLESS = re.compile(
    r"Reclaim|FATs differ|Using first FAT|Free cluster summary|chain length is >|Truncating file|irty bit|fsck\.fat|Leaving filesystem|files, |^\s*/"
)


def complaints(path, harmless=None):
    """What fsck.fat finds wrong on the volume."""
    partition = path.with_suffix(".fat")
    with path.open("rb") as image, partition.open("wb") as copy:
        image.seek(PARTITION)
        copy.write(image.read())
    checked = run(["env", f"PATH={os.environ['PATH']}:/usr/sbin", "fsck.fat", "-n", str(partition)], limit=60)
    partition.unlink()
    if checked.status == 0:
        return []
    lines = checked.output.splitlines()
    return [f"fsck.fat: {line}" for line in lines if line and not (harmless and harmless.search(line))]


def mtools(command, path, *arguments):
    """Also from a FAT16 that is marked as not left in order, which mtools takes for none."""
    return run([command, "-i", f"{path}@@1M", *arguments], limit=60, MTOOLS_SKIP_CHECK="1")


def contents(path, name):
    """What mtools reads from a file; None if there is none."""
    out = path.with_suffix(".out")
    out.unlink(missing_ok=True)
    copied = mtools("mcopy", path, "-n", f"::{name}", str(out))
    return out.read_bytes() if copied.status == 0 else None


def listed(path):
    """The paths of all files."""
    return {line.removeprefix("::") for line in mtools("mdir", path, "-/", "-b", "::").output.split()}


# MARK: Files

SESSION = r"""!volume
dir
type "\A long name.txt"
write hello.txt Hello, world
write c:\HELLO.TXT The second line
type hello.txt
copy README.md COPY.MD
copy README.md copy.md
size copy.md 1001
copy COPY.MD CUT.MD
size CUT.MD 2500
size CUT.MD 7
md SUB
md sub\deeper
copy readme.md Sub\Deeper\Copy.md
write GONE.TXT away with it
dir
del gone.txt
del "a long name.txt"
del sub
write sub x
write no\such\file x
write a*b x
write D:\x x
type nothing
dir Sub\Deeper
!volume
!verify
"""
SESSION_ANSWERS = [
    r"^Volume      C:, FAT%d, \d+ clusters of \d+ bytes$",
    r"^ +\d+  README\.MD$",
    r"^ +\d+  ALONGN~1\.TXT  A long name\.txt$",
    r"^A file with a long name\.$",
    r"^Hello, world$\n^The second line$",
    r"'copy\.md': it exists already\.$",
    r"^ +4097  COPY\.MD$",
    r"^ +7  CUT\.MD$",
    r"^     <DIR>  SUB$",
    r"^        13  GONE\.TXT$",
    r"'sub': the directory is not empty\.$",
    r"'sub': it is a directory\.$",
    r"'no\\such\\file': there is no such file or directory\.$",
    r"'a\*b': a name of that form cannot be\.$",
    r"'D:\\x': the path is too long, or not on C:\.$",
    r"'nothing': there is no such file or directory\.$",
    r"^1 files and directories, \d+ bytes; \d+ bytes free$",
    r"^State       in order$",
    r"^\d+ pages checked: every frame in one state",
]


def files(fat):
    """All that can be done at the prompt, and what is on the volume then."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    long_name = FOLDER / str(fat) / "A long name.txt"
    long_name.parent.mkdir(exist_ok=True)
    long_name.write_text("A file with a long name.\r\n")
    path, problems = make_image(f"files {fat}", fat, ["README.md", str(long_name)])
    finished = boot(KERNEL, disk=str(path), commands=SESSION)
    problems += finished.status_problems(POWERED_OFF)
    problems += missing(finished.output, [answer.replace("%d", str(fat)) for answer in SESSION_ANSWERS])
    readme = (ROOT / "README.md").read_bytes()
    expected = {
        "/README.md": readme,
        "/HELLO.TXT": b"Hello, world\nThe second line\n",
        "/COPY.MD": readme[:0x1001],
        "/CUT.MD": readme[:7],
        "/SUB/DEEPER/COPY.MD": readme,
    }
    problems += [f"{name} is not as it should be" for name, wanted in expected.items() if contents(path, name) != wanted]
    problems += [f"{name} is still there" for name in ("/GONE.TXT", "/A long name.txt") if contents(path, name) is not None]
    problems += complaints(path)
    return [result(f"volume FAT{fat}: files", problems, finished.output)]


# MARK: Volumes that are none


def overwritten(offset, data):
    def damage(path):
        with path.open("r+b") as image:
            image.seek(offset)
            image.write(data)
        return str(path)

    return damage


def unreadable(sector):
    def damage(path):
        conf = path.with_suffix(".conf")
        conf.write_text(f'[inject-error]\nevent = "read_aio"\niotype = "read"\nerrno = "5"\nsector = "{sector}"\n')
        return f"blkdebug:{conf}:{path}"

    return damage


# What is done to the image, and why it is not mounted.
NOT_MOUNTED = {
    "no partition table": (overwritten(0, bytes(512)), "there is no FAT16 or FAT32 partition"),
    "another file system": (overwritten(450, b"\x83"), "there is no FAT16 or FAT32 partition"),
    "partition past the end": (overwritten(458, b"\xff\xff\xff\x7f"), "the partition table is damaged"),
    "empty partition": (overwritten(PARTITION, bytes(512)), "there is no FAT16 or FAT32 partition"),
    "damaged boot sector": (overwritten(PARTITION + 13, b"\x03"), "the boot sector is damaged"),
    "unreadable partition table": (unreadable(0), "the disk could not read or write"),
    "unreadable boot sector": (unreadable(2048), "the disk could not read or write"),
}


def not_mounted(name, damage, reason):
    """The system works without."""
    path, problems = make_image(name)
    flags = f"-drive file={damage(path)},format=raw,if=ide,index=0"
    finished = boot(KERNEL, qemu_flags=flags, commands="!volume\ndir\nwrite x y\n!verify\n")
    problems += finished.status_problems(POWERED_OFF)
    problems += missing(finished.output, [rf"^No volume is mounted: {reason}\.$", rf"^There is no volume: {reason}\.$", rf"'x': {reason}\.$"])
    problems += missing(finished.output, [r"^\d+ pages checked: every frame in one state"])
    return [result(f"volume: {name}", problems, finished.output)]


# MARK: Power cut


def power_cut(fat, seed):
    """QEMU is killed in mid-write: what the commands before have flushed is there, and fsck.fat finds nothing worse than lost clusters."""
    path, problems = make_image(f"power cut {fat} {seed}", fat, ["README.md"])
    chance = random.Random(seed)
    commands = [command for number in range(400) for command in work(number, chance)]
    done = run_and_cut(path, commands, chance)
    if done >= len(commands):
        problems.append("the commands were over before the power was cut")
    before, after = model(commands[:done]), model(commands[: done + 1])
    for name in before.keys() | after.keys():
        found = contents(path, name)
        # What was under way when the power went may be done, or not, or half.
        if before.get(name) == after.get(name) and found != before.get(name):
            problems.append(f"{name} is not as it was flushed")
    extra = listed(path) - {f"/{name}" for name in before | after} - {"/README.md"}
    problems += [f"{name} should not be there" for name in extra if "PAGEFILE" not in name.upper()]
    problems += complaints(path, HARMLESS)
    return [result(f"volume FAT{fat}: power cut {seed}", problems, f"{done} commands done; the next was {commands[done]}")]


def work(number, chance):
    """Commands of one round; files of two rounds ago go."""
    yield f"copy README.MD F{number}.MD"
    yield f"size F{number}.MD {chance.randrange(1, 0x20000):x}"
    yield f"write LOG.TXT round {number}"
    yield f"size F{number}.MD {chance.randrange(1, 0x4000):x}"
    if number >= 2:
        yield f"del F{number - 2}.MD"


def model(commands):
    """The files that the commands leave behind."""
    readme, files = (ROOT / "README.md").read_bytes(), {}
    for command in commands:
        verb, name, *rest = command.split(" ", 2)
        if verb == "copy":
            files[rest[0]] = readme
        elif verb == "write":
            files[name] = files.get(name, b"") + rest[0].encode() + b"\n"
        elif verb == "del":
            del files[name]
        else:
            size = int(rest[0], 16)
            files[name] = files[name][:size].ljust(size, b"\0")
    return files


def run_and_cut(path, commands, chance):
    """Boots, types the commands, and kills QEMU while one of them is carried out. Returns how many were done before."""
    process = start(["Scripts/run", KERNEL], {"DISK": str(path), "MEMORY": "32M"})
    os.write(process.stdin.fileno(), "".join(f"{command}\n" for command in commands).encode())
    output, wanted, limit = b"", chance.randrange(3, 150), time.monotonic() + 60
    while output.count(b"kd> ") <= wanted and time.monotonic() < limit:
        piece = os.read(process.stdout.fileno(), 65536)
        if not piece:
            break
        output += piece
    time.sleep(chance.random() * 0.02)
    os.killpg(process.pid, signal.SIGKILL)
    output += process.communicate()[0]
    return output.count(b"kd> ") - 1
