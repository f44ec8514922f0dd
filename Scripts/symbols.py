#!/usr/bin/env python3
"""usage: Scripts/symbols.py [IMAGE]

Prints, as NASM text, the symbol table that the kernel carries for its own stack traces: the functions of IMAGE, or none.

The table: u32 count; count times { u32 offset of the function from the start of the image, u32 offset of the name from the start of the
table }, ascending; then the names, each ended by a zero byte.
"""

import re
import subprocess
import sys
from pathlib import Path

KERNEL_BASE = 0x80000000
LONGEST_NAME = 60


def linked_functions(image):
    """(address, linker's name) of every function above KERNEL_BASE, NASM's local labels (`name.label`) left out."""
    tools = subprocess.check_output([Path(__file__).parent / "toolchain"], text=True).strip()
    listing = subprocess.check_output([f"{tools}/llvm-nm", "--defined-only", image], text=True)
    symbols = [line.split(maxsplit=2) for line in listing.splitlines()]
    functions = [(int(address, 16), name) for address, kind, name in symbols if kind in "tTwW"]
    names = {name for _, name in functions}
    return [(address, name) for address, name in functions if address >= KERNEL_BASE and not (name.rpartition(".")[0] in names)]


def short_names(names):
    """Swift's own demangling without modules and argument types: `PfnDatabase.removeZeroedPage()`. C names stay as they are."""
    command = ["swift", "demangle", "--simplified", "--compact"]
    demangled = subprocess.run(command, input="\n".join(names), capture_output=True, text=True, check=True).stdout.splitlines()
    return [re.sub(r"\b(generic )?(specialized|merged) ", "", name)[:LONGEST_NAME] for name in demangled]


def named_functions(image):
    """(address, short name, linker's name) of every function, ascending; one for each address, a C name before a Swift name."""
    functions = linked_functions(image)
    shortened = zip(functions, short_names([name for _, name in functions]))
    by_address = {}
    for (address, linked), short in sorted(shortened, key=lambda entry: (entry[0][0], entry[0][1].startswith("$"), entry[1])):
        by_address.setdefault(address, (address, short, linked))
    return list(by_address.values())


def nasm_table(functions):
    yield "section .symbols progbits alloc noexec nowrite align=4"
    yield f"table: dd {len(functions)}"
    for index, (address, _, _) in enumerate(functions):
        yield f"dd {address - KERNEL_BASE:#x}, name{index} - table"
    for index, (_, name, _) in enumerate(functions):
        yield f"name{index}: db {','.join(str(byte) for byte in name.encode('ascii', 'replace'))},0"


if __name__ == "__main__":
    image = sys.argv[1:]
    print("\n".join(nasm_table(named_functions(image[0]) if image else [])))
