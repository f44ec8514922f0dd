#!/usr/bin/env python3
"""usage: Scripts/relocations.py [IMAGE MOVED]

Prints, as NASM text, the table by which the boot code moves the kernel's image for /3GB: the places of all addresses of the image in the
image, or none. IMAGE is linked at 80000000, MOVED from the same objects at E0000000. Where they differ, there is such an address: in
instructions, in data, and in what the linker makes by itself. A difference of another kind is an error: the boot code could not make it.

The table: u32 offsets from the image's start, ascending. The entry code, which stays where it is loaded, has its addresses for offsets.
"""

import sys

from elf import Image

KERNEL_BASE, MOVED_BASE = 0x80000000, 0xE0000000


def places(image, moved):
    """The offset of each dword that is an address of the image."""
    if [shape(segment) for segment in image.loaded] != [shape(segment) for segment in moved.loaded]:
        sys.exit(f"relocations: {image.path} and {moved.path} are not the same image at two addresses")
    for segment, other in zip(image.loaded, moved.loaded):
        for index, (byte, moved_byte) in enumerate(zip(image.contents(segment), moved.contents(other))):
            if byte == moved_byte:
                continue
            if (byte, moved_byte) != (KERNEL_BASE >> 24, MOVED_BASE >> 24):
                sys.exit(f"relocations: at {segment.virtual + index:08x} {image.path} has something else than an address that depends on its own")
            yield segment.virtual % KERNEL_BASE + index - 3  # the last byte of four


def shape(segment):
    return segment.offset, segment.physical, segment.file_size, segment.memory_size


def nasm_table(offsets):
    yield "section .relocations progbits alloc noexec nowrite align=4"
    for offset in offsets:
        yield f"dd {offset:#x}"


if __name__ == "__main__":
    images = [Image(path) for path in sys.argv[1:]]
    print("\n".join(nasm_table(places(*images) if images else [])))
