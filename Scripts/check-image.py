#!/usr/bin/env python3
"""usage: Scripts/check-image.py [--program] IMAGE

Checks what must hold of every linked kernel, or of every user program, one `PASS name` or `FAIL name: expected ..., found ...` line a check.
"""

import re
import struct
import subprocess
import sys
from pathlib import Path

from elf import ALLOCATED, EXECUTE, WRITE, Image

KERNEL_BASE = 0x80000000
LOAD_ADDRESS = 0x100000
LARGEST_IMAGE = 512 * 1024  # twice as much with the tests in it
PROGRAM_BASE = 0x400000
LARGEST_PROGRAM = 32 * 1024
PROGRAM_MAGIC = b"SUSR"
PAGE = 4096


def kernel_segments(image):
    return [segment for segment in image.loaded if segment.virtual >= KERNEL_BASE]


def run(tool, image, *arguments):
    tools = subprocess.check_output([Path(__file__).parent / "toolchain"], text=True).strip()
    return subprocess.check_output([f"{tools}/{tool}", *arguments, image.path], text=True)


def symbols(image, pattern):
    names = [line.split()[-1] for line in run("llvm-nm", image).splitlines()]
    return [name for name in names if re.search(pattern, name)]


def lazy_globals(image):
    """A lazy initialiser spins for ever when a fault enters it a second time."""
    return symbols(image, r"_Wz$")


def undefined_symbols(image):
    """A weak one is a door that this image leaves closed."""
    listing = run("llvm-nm", image, "--undefined-only").splitlines()
    return [line.split()[-1] for line in listing if line.split()[0] != "w"]


def allocators(image):
    """Swift must not allocate behind the reader's back."""
    return symbols(image, r"^(malloc|calloc|realloc|free|posix_memalign|aligned_alloc|swift_(slow)?[aA]lloc\w*)$")


def wide_registers(image):
    """Traps do not save XMM, MMX and x87 registers. Every x87 mnemonic begins with f, and no other one does."""
    listing = run("llvm-objdump", image, "--disassemble", "--section=.text", "--no-show-raw-insn", "--no-leading-addr")
    wide = re.compile(r"^\s+(f[a-z0-9]+|emms)\b|%([xyz]?mm\d|st\b)")
    return [" ".join(line.split()) for line in listing.splitlines() if wide.search(line)]


def size(image):
    total = sum(segment.file_size for segment in image.loaded)
    weak_doors = run("llvm-nm", image, "--undefined-only").split()
    has_tests = "KiRunTests" not in weak_doors
    return [f"{total} bytes"] if total >= LARGEST_IMAGE * (1 + has_tests) else []


def link_address(image):
    low = [s for s in image.sections if s.flags & ALLOCATED and s.size > 0 and s.address < KERNEL_BASE]
    return [f"{s.name} at {s.address:08x}" for s in low if not s.name.startswith(".boot")]


def load_address(image):
    lowest = min(segment.physical for segment in image.loaded)
    return [] if lowest == LOAD_ADDRESS else [f"{lowest:x}"]


def entry(image):
    """QEMU jumps to the entry as a physical address, before paging."""
    return [] if image.entry // PAGE == LOAD_ADDRESS // PAGE else [f"{image.entry:x}"]


def writable_code(image):
    return [f"{s.virtual:08x}" for s in kernel_segments(image) if s.flags & WRITE and s.flags & EXECUTE]


def shared_pages(image):
    """Protection goes by pages: none may hold the end of a read-only segment and the start of a writable one."""
    segments = sorted(kernel_segments(image), key=lambda segment: segment.virtual)
    return [
        f"{after.virtual:08x}"
        for before, after in zip(segments, segments[1:])
        if (before.flags ^ after.flags) & WRITE and (before.virtual + before.memory_size - 1) // PAGE == after.virtual // PAGE
    ]


def program_size(image):
    total = sum(segment.memory_size for segment in image.loaded)
    return [f"{total} bytes"] if total > LARGEST_PROGRAM else []


def program_header(image):
    """What the kernel is told must be what the linker made."""
    (segment,) = image.loaded
    start, end = segment.virtual, segment.virtual + segment.memory_size
    header = struct.unpack_from("<4s3I", image.contents(segment))
    expected = (PROGRAM_MAGIC, image.entry, start + segment.file_size, end)
    return [] if start == PROGRAM_BASE and header == expected else [f"{header} at {start:x}, not {expected}"]


# name, what is expected, what finds the violations
CHECKS = [
    ("no lazily initialised global", "no _Wz symbol", lazy_globals),
    ("everything is linked", "no undefined symbol", undefined_symbols),
    ("nothing allocates", "no malloc, free, posix_memalign or swift_alloc", allocators),
    ("general registers only", "no XMM, MMX or x87 instruction", wide_registers),
]
PROGRAM_CHECKS = CHECKS + [
    ("small", f"no more than {LARGEST_PROGRAM} bytes of memory", program_size),
    ("header", "the image's own addresses behind the magic number", program_header),
]
KERNEL_CHECKS = CHECKS + [
    ("small", f"less than {LARGEST_IMAGE} bytes loaded", size),
    ("linked at 80000000 and up", "only .boot below", link_address),
    ("loaded at 1 MB", "100000 as the lowest physical address", load_address),
    ("entered at 1 MB", "an entry in the page at 100000", entry),
    ("text read-only, data not executable", "no segment both writable and executable", writable_code),
    ("protection on page boundaries", "no page both read-only and writable", shared_pages),
]


def main():
    *option, path = sys.argv[1:]
    image = Image(path)
    failed = False
    for name, expected, violations_of in PROGRAM_CHECKS if option == ["--program"] else KERNEL_CHECKS:
        violations = violations_of(image)
        failed |= bool(violations)
        found = ", ".join(violations[:5]) + (f" and {len(violations) - 5} more" if len(violations) > 5 else "")
        print(f"FAIL {name}: expected {expected}, found {found}" if violations else f"PASS {name}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
