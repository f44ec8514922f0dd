"""The volume: files that the kernel writes, as mtools and fsck.fat find them; volumes that cannot be mounted; and QEMU killed in mid-write."""

import os
import random
import re
import signal
import time
from functools import partial

from processes import BUG_CHECK, KERNEL, POWERED_OFF, ROOT, TEST_KERNEL, boot, run, start
from tests.disk import SECTOR, kernel_tests, pattern
from tests.report import missing, result

FOLDER = ROOT / ".build/disks"
PARTITION = 1 << 20  # its offset in the image
FATS = (16, 32)


def jobs():
    for fat in FATS:
        yield partial(files, fat)
        yield from (partial(power_cut, fat, seed) for seed in range(4))
    yield page_file
    yield paging
    yield fragmented_page_file
    yield bad_page
    yield lost_pool
    yield startup
    yield from (partial(service, name, *case) for name, case in SERVICE.items())
    yield from (partial(clearing, value) for value in (0, 1))
    yield from (partial(not_mounted, name, *case) for name, case in NOT_MOUNTED.items())


def make_image(name, fat=16, contents=(), megabytes=0):
    """The path of a new image, and the problems with it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"volume-{name.replace(' ', '-')}.img"
    size = megabytes or (64 if fat == 16 else 40)
    made = run(["Scripts/disk", "--fat", str(fat), "--megabytes", str(size), str(path), *contents], limit=60)
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


def free_bytes(path):
    return int(re.search(r"([\d ]+) bytes free", mtools("mdir", path, "::").output)[1].replace(" ", ""))


def fill(path, but=0):
    """A file takes all that is free but so many bytes. Returns what is wrong."""
    filler = path.with_suffix(".filler")
    filler.write_bytes(bytes(free_bytes(path) - but))
    return mtools("mcopy", path, str(filler), "::FILLER").status_problems(0)


def listed(path):
    """The paths of all files."""
    return {line.removeprefix("::") for line in mtools("mdir", path, "-a", "-/", "-b", "::").output.split()}


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
    r"^C:\\copy\.md: it exists already\.$",
    r"^ +4097  COPY\.MD$",
    r"^ +7  CUT\.MD$",
    r"^        <DIR>  SUB$",
    r"^           13  GONE\.TXT$",
    r"^C:\\sub: the directory is not empty\.$",
    r"^C:\\sub: it is a directory\.$",
    r"^C:\\no\\such\\file: there is no such file or directory\.$",
    r"^C:\\a\*b: a name of that form cannot be\.$",
    r"'D:\\x': the path is too long, or not on C:\.$",
    r"^C:\\nothing: there is no such file or directory\.$",
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
    finished = boot(KERNEL, disk=str(path), cmdline="PagingFiles=", commands=SESSION)
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
    problems += missing(finished.output, [rf"^No volume is mounted: {reason}\.$", rf"^There is no volume: {reason}\.$", rf"^C:\\x: {reason}\.$"])
    problems += missing(finished.output, [r"^\d+ pages checked: every frame in one state"])
    return [result(f"volume: {name}", problems, finished.output)]


# MARK: Page files

# As in Tests/Target/Disk/PageFileTests.swift.
PAGE, PAGE_SEED = 4096, 0x0BADF00D


def page_file():
    """Page files on an empty volume."""
    path, problems = make_image("page file")
    results = kernel_tests("volume page file", "volume", f"-drive file={path},format=raw,if=ide,index=0")
    problems += page_problems(path) + complaints(path)
    if "/FULL.SYS" in listed(path):
        problems.append("FULL.SYS is left behind")
    return [*results, result("volume page file: what the host finds", problems)]


def paging():
    """Pages of all kinds go to a page file on an empty volume and come back."""
    path, problems = make_image("paging")
    results = kernel_tests("volume paging", "paging", f"-drive file={path},format=raw,if=ide,index=0")
    return [*results, result("volume paging: what the host finds", problems + complaints(path))]


def fragmented_page_file():
    """The only free clusters, of 512 bytes, lie between those of other files."""
    path, problems = make_image("fragmented", megabytes=12)
    folder, chance = FOLDER / "fragments", random.Random(1)
    folder.mkdir(exist_ok=True)
    names = [f"F{number}" for number in range(3000)]
    for name in names:
        (folder / name).write_bytes(bytes(chance.randrange(1, 9) * SECTOR - 100))
    mtools("mcopy", path, "-s", "-n", str(folder), "::")
    problems += fill(path)
    problems += mtools("mdel", path, *(f"::fragments/{name}" for name in names[::2])).status_problems(0)
    results = kernel_tests("volume fragmented page file", "fragmented", f"-drive file={path},format=raw,if=ide,index=0")
    problems += page_problems(path) + complaints(path)
    wrong = [name for name in names[1::200] if contents(path, f"fragments/{name}") != (folder / name).read_bytes()]
    problems += [f"{name} is no longer the same" for name in wrong]
    return [*results, result("volume fragmented page file: what the host finds", problems)]


def page_problems(path):
    """The page file as mtools finds it has what the kernel wrote to its slots, without the file system."""
    found = contents(path, "PAGEFILE.SYS") or b""
    pages = len(found) // PAGE
    if pages < 256 or found[PAGE:] != pattern(PAGE // SECTOR, (pages - 1) * PAGE // SECTOR, PAGE_SEED):
        return [f"PAGEFILE.SYS of {pages} pages is not as the kernel wrote it"]
    return []


def bad_page():
    """A sector that cannot be read, and another that cannot be written, in the first megabyte of clusters behind the root directory."""
    path, problems = make_image("bad page")
    conf = path.with_suffix(".conf")
    faults = (("read", 3000), ("write", 3500))
    rule = '[inject-error]\nevent = "{0}_aio"\niotype = "{0}"\nerrno = "5"\nsector = "{1}"\n'
    conf.write_text("\n".join(rule.format(*fault) for fault in faults))
    results = kernel_tests("volume bad page", "badpage", f"-drive file=blkdebug:{conf}:{path},format=raw,if=ide,index=0")
    return [*results, result("volume bad page: what the host finds", problems + complaints(path))]


def lost_pool():
    """Paged pool on a sector that cannot be read."""
    path, problems = make_image("lost pool")
    conf = path.with_suffix(".conf")
    conf.write_text('[inject-error]\nevent = "read_aio"\niotype = "read"\nerrno = "5"\nsector = "3000"\n')
    flags = f"-drive file=blkdebug:{conf}:{path},format=raw,if=ide,index=0"
    finished = boot(TEST_KERNEL, cmdline="/DISK=lostpool PagingFiles=", qemu_flags=flags)
    stop = r"^\*\*\* STOP: 0x0000007A \(0xC038[0-9A-F]{4}, 0xC000009C, 0x[0-9A-F]{5}[0-9A-F]{3}, 0xE1[0-9A-F]{6}\)$"
    problems += finished.status_problems(BUG_CHECK) + missing(finished.output, [r"^Page file 0: read of 1 pages", stop, r"^\*\*\* KERNEL_DATA_INPAGE_ERROR$"])
    return [result("volume: paged pool that cannot be read", problems, finished.output)]


def session(path, commands, answers, cmdline=""):
    """The problems of a session, with what is left on the volume, and its output."""
    finished = boot(KERNEL, disk=str(path), cmdline=cmdline, commands="\n".join([*commands, "!verify", ""]))
    verified = r"^\d+ pages checked: every frame in one state"
    return finished.status_problems(POWERED_OFF) + missing(finished.output, [*answers, verified]) + complaints(path), finished.output


IN_USE = [
    r"^C:\\pagefile\.sys: it is a page file\.$",
    r"^C:\\PAGEFILE\.SYS: it is a page file\.$",
]


def startup():
    """What is opened without the option and with it, again and again; what is in use stays as it is."""
    path, problems = make_image("startup", contents=["README.md"])
    steps = [
        ("", ["pagefile", "del pagefile.sys", "write PAGEFILE.SYS x"], [r"^C:\\pagefile\.sys is a page file of \d+ MB, up to \d+ MB\.$", *IN_USE]),
        ("", ["pagefile"], [r"^C:\\pagefile\.sys is a page file of \d+ MB"]),
        ("PagingFiles=C:\\pagefile.sys,2,4,c:\\B.SYS,3,3", ["pagefile"], [r"^  0 +2048 +4096 +1  C:\\pagefile\.sys$", r"^  1 +3072 +3072 +1  C:\\B\.SYS$"]),
        ("PagingFiles=", ["pagefile", "del b.sys"], [r"^There is no page file\.$"]),
        ("PagingFiles=D:\\x,2,4,C:\\no\\x,2,4,C:\\b.sys,99,99", ["pagefile"], [r"not on C:", r"STATUS_OBJECT_PATH_NOT_FOUND", r"STATUS_DISK_FULL", r"^There is no"]),
        ("PagingFiles=C:\\pagefile.sys,2", ["pagefile"], [r"^Warning: boot option 'PagingFiles=C:\\pagefile\.sys,2' has no number"]),
    ]
    output = ""
    for cmdline, commands, answers in steps:
        found, said = session(path, commands, answers, cmdline)
        problems, output = problems + found, output + said
    if listed(path) != {"/README.md", "/PAGEFILE.SYS"}:
        problems.append(f"found {listed(path)} on the volume")
    return [result("volume: page files at start-up", problems, output)]


def utf16(cell, text):
    """Lines for the service console: a UNICODE_STRING in `cell`."""
    units = [*text.encode("utf-16-le"), 0, 0]
    dwords = [int.from_bytes(bytes(units[at : at + 4]), "little") for at in range(0, len(text) * 2, 4)] or [0]
    return [f"let {cell}t[{len(dwords)}] = {' '.join(map(str, dwords))}", f"let {cell}[2] = {len(text) * 2 * 0x10001} &{cell}t"]


MB = 1 << 20
# NtCreatePagingFile: the name, the sizes, the status.
SERVICE = {
    "service": (r"\??\C:\SWAP.SYS", 2 * MB, 4 * MB, "STATUS_SUCCESS"),
    "service, sizes that are no whole pages": (r"\??\c:\SWAP.SYS", 2 * MB + 1, 2 * MB + 2, "STATUS_SUCCESS"),
    "service, small": (r"\??\C:\SWAP.SYS", MB - 1, 4 * MB, "STATUS_INVALID_PARAMETER_2"),
    "service, large": (r"\??\C:\SWAP.SYS", 5000 * MB, 5000 * MB, "STATUS_INVALID_PARAMETER_2"),
    "service, upside down": (r"\??\C:\SWAP.SYS", 4 * MB, 2 * MB, "STATUS_INVALID_PARAMETER_3"),
    "service, largest too large": (r"\??\C:\SWAP.SYS", 4 * MB, 5000 * MB, "STATUS_INVALID_PARAMETER_3"),
    "service, no name": ("", 2 * MB, 4 * MB, "STATUS_OBJECT_NAME_INVALID"),
    "service, a long name": ("\\??\\C:" + "\\DIRECTO" * 16, 2 * MB, 4 * MB, "STATUS_OBJECT_NAME_INVALID"),
    "service, impossible name": (r"\??\C:\a*b", 2 * MB, 4 * MB, "STATUS_OBJECT_NAME_INVALID"),
    "service, no prefix": (r"C:\SWAP.SYS", 2 * MB, 4 * MB, "STATUS_OBJECT_PATH_SYNTAX_BAD"),
    "service, other drive": (r"\??\D:\SWAP.SYS", 2 * MB, 4 * MB, "STATUS_OBJECT_PATH_NOT_FOUND"),
    "service, no directory": (r"\??\C:\NO\SWAP.SYS", 2 * MB, 4 * MB, "STATUS_OBJECT_PATH_NOT_FOUND"),
    "service, full": (r"\??\C:\SWAP.SYS", 64 * MB, 64 * MB, "STATUS_DISK_FULL"),
    "service, a file": (r"\??\C:\README.md", 2 * MB, 4 * MB, "STATUS_SUCCESS"),
    "service, a file and full": (r"\??\C:\README.md", 64 * MB, 64 * MB, "STATUS_DISK_FULL"),
}


def service(name, file, minimum, maximum, status):
    """From ring 3, with and without the privilege; a file is there afterwards if the status is success, as it was before if not."""
    path, problems = make_image(name.replace(",", ""), contents=["README.md"])
    sizes = [f"let {cell}[2] = {size & 0xFFFFFFFF} {size >> 32}" for cell, size in (("min", minimum), ("max", maximum))]
    call = "call NtCreatePagingFile &name &min &max 0"
    commands = ["spawn", *utf16("name", file), *sizes, call, "spawn /PAGEFILE", *utf16("name", file), *sizes, call, call, "pagefile"]
    commands += ["call NtCreatePagingFile 0 &min &max 0", "call NtCreatePagingFile &name 0x80000000 &max 0"]
    again = "STATUS_SHARING_VIOLATION" if status == "STATUS_SUCCESS" else status
    calls = rf"call NtCreatePagingFile &name &min &max 0$\n^{{}} \(0x"
    answers = [calls.format(expected) for expected in ("STATUS_PRIVILEGE_NOT_HELD", status, again)]
    found, output = session(path, commands, [*answers, r"0 &min &max 0$\n^STATUS_ACCESS_VIOLATION", r"0x80000000 &max 0$\n^STATUS_ACCESS_VIOLATION"], "PagingFiles=")
    problems += found
    expected = {"README.md": (ROOT / "README.md").stat().st_size}
    if status == "STATUS_SUCCESS":
        expected[file.rsplit("\\", 1)[1]] = (minimum + PAGE - 1) & -PAGE
    sizes_found = {file: len(contents(path, file) or b"") for file in expected}
    if sizes_found != expected or listed(path) != {f"/{file}" for file in expected}:
        problems.append(f"expected files {expected}, found {sizes_found} and {listed(path)}")
    return [result(f"volume: {name}", problems, output)]


def clearing(value):
    """ClearPageFileAtShutdown: what was in the file is gone at the end, or not."""
    old = FOLDER / f"{value}-old.sys"
    FOLDER.mkdir(parents=True, exist_ok=True)
    old.write_bytes(b"secret!!" * (3 * MB // 8))
    path, problems = make_image(f"clearing {value}", contents=["README.md"])
    problems += mtools("mcopy", path, str(old), "::OLD.SYS").status_problems(0)
    found, output = session(path, [], [], rf"PagingFiles=C:\old.sys,2,4 ClearPageFileAtShutdown={value}")
    problems += found
    if contents(path, "OLD.SYS") != (bytes(2 * MB) if value else old.read_bytes()[: 2 * MB]):
        problems.append("the page file is not as it should be")
    if contents(path, "README.md") != (ROOT / "README.md").read_bytes():
        problems.append("README.md is no longer the same")
    return [result(f"volume: ClearPageFileAtShutdown={value}", problems, output)]


# MARK: Power cut


def power_cut(fat, seed):
    """QEMU is killed in mid-write, or by odd seeds right behind the last command: what the commands before have flushed is there, and fsck.fat finds
    nothing worse than lost clusters."""
    path, problems = make_image(f"power cut {fat} {seed}", fat, ["README.md"])
    chance = random.Random(seed)
    commands = [command for number in range(400) for command in work(number, chance)]
    wanted = chance.randrange(3, 150)
    if seed % 2:
        commands = commands[:wanted]
    done = run_and_cut(path, commands, wanted, chance.random() * 0.02)
    if done != len(commands) if seed % 2 else not wanted <= done < len(commands):
        problems.append(f"{done} commands were done, not {wanted}, before the power was cut")
    before, after = model(commands[:done]), model(commands[: done + 1])
    for name in before.keys() | after.keys():
        found = contents(path, name)
        # What was under way when the power went may be done, or not, or half.
        if before.get(name) == after.get(name) and found != before.get(name):
            problems.append(f"{name} is not as it was flushed")
    extra = listed(path) - {f"/{name}" for name in before | after} - {"/README.md", "/PAGEFILE.SYS"}
    problems += [f"{name} should not be there" for name in extra]
    problems += complaints(path, HARMLESS)
    return [result(f"volume FAT{fat}: power cut {seed}", problems, f"{done} commands done; then came {commands[done:][:1]}")]


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


def run_and_cut(path, commands, wanted, delay):
    """Boots, types the commands, and kills QEMU some seconds after so many of them were done. Returns how many were in the end."""
    process = start(["Scripts/run", KERNEL], {"DISK": str(path), "MEMORY": "32M"})
    os.write(process.stdin.fileno(), "".join(f"{command}\n" for command in commands).encode())
    output, limit = b"", time.monotonic() + 60
    while output.count(b"kd> ") <= wanted and time.monotonic() < limit:
        piece = os.read(process.stdout.fileno(), 65536)
        if not piece:
            break
        output += piece
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    output += process.communicate()[0]
    return output.count(b"kd> ") - 1
