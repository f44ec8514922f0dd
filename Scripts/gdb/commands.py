"""The project's gdb commands."""

import functools
import os

import gdb
import symbols

from layouts import PAGE, PAGED_POOL_END, DebuggerData, PfnEntry, PoolBlock, describe_pte, pde_address, pte_address, word
from printers import number


def evaluate(argument):
    """The number that an expression stands for; a Swift value in scope (an address, a frame number) will do too."""
    if not argument:
        raise gdb.GdbError("An argument is missing: see `help` of this command.")
    return number(gdb.parse_and_eval(argument)) & 0xFFFFFFFF


def show_pte(argument):
    """pte VA: the page directory entry and the page table entry of an address, through the self-map."""
    address = evaluate(argument)
    pde = word(pde_address(address))
    print(f"VA {address:08x}")
    print(f"PDE at {pde_address(address):08x} contains {pde:08x}: {describe_pte(pde)}")
    if pde & 1 and not pde & 0x80:  # without the large-page bit there is a page table
        pte = word(pte_address(address))
        print(f"PTE at {pte_address(address):08x} contains {pte:08x}: {describe_pte(pte)}")


def show_pfn(argument):
    """pfn N: a page frame's entry in the PFN database."""
    frame, data = evaluate(argument), DebuggerData()
    if frame > data.highest_frame:
        raise gdb.GdbError(f"The highest page frame is {data.highest_frame:x}.")
    entry = PfnEntry(data.pfn_database, frame)
    count, link = ("share count", "working set index") if entry.list == "Active" else ("blink", "flink")
    print(f"PFN {frame:x} at {entry.address:08x}: {entry.list}{', modified' if entry.modified else ''}")
    print(f"  {link} {entry.link:x}  {count} {entry.count:x}  reference count {entry.references:x}")
    print(f"  PTE address {entry.pte & ~1:08x}  page table frame {entry.table_frame:x}")
    print(f"  original PTE {entry.original:08x}: {describe_pte(entry.original)}")


def show_pool(argument):
    """pool VA: the pool blocks in the page of an address; * marks the one it is in."""
    address = evaluate(argument)
    page = address - address % PAGE
    kind = "paged" if DebuggerData().paged_pool <= address < PAGED_POOL_END else "nonpaged"
    blocks = list(PoolBlock.blocks_of_page(page))
    print(f"Pool page {page:08x}, {kind}" if blocks else f"No pool blocks in the page {page:08x}: part of a large allocation, or not pool.")
    for block in blocks:
        mark = "*" if block.address <= address < block.address + block.size else " "
        print(f"{mark}{block.address:08x} size {block.size:4x} previous size {block.previous_size:4x} ({block.state}) {block.tag}")


def break_at_swift_name(argument):
    """sbreak NAME: break at every Swift function whose demangled name is NAME or, if there is none, contains it."""
    functions = kernel_functions(gdb.current_progspace().filename)
    exact = [linked for _, short, linked in functions if argument in (short, short.partition("(")[0])]
    matches = exact or [linked for _, short, linked in functions if argument and argument in short]
    if not matches:
        raise gdb.GdbError(f"No function is called {argument}. It may have been inlined: break by FILE:LINE instead.")
    for linked in matches:
        gdb.Breakpoint(function=linked)


@functools.cache
def kernel_functions(image):
    return symbols.named_functions(image)


def type_at_prompt(argument):
    """kd LINE: type LINE at the kernel's prompt and let the kernel run."""
    with open(os.environ["SELFMAP_KEYBOARD"], "w") as keyboard:
        keyboard.write(argument + "\n")
    gdb.execute("continue")


class Command(gdb.Command):
    """A gdb command out of a function: its documentation is the command's help."""

    def __init__(self, name, function, completion):
        self.__doc__ = function.__doc__
        self.function = function
        super().__init__(name, gdb.COMMAND_DATA, completion)

    def invoke(self, argument, from_tty):
        try:
            self.function(argument)
        except gdb.error as error:  # unmapped memory, a name that is not in scope: one line, no Python trace
            raise gdb.GdbError(str(error))


def register():
    Command("pte", show_pte, gdb.COMPLETE_EXPRESSION)
    Command("pfn", show_pfn, gdb.COMPLETE_EXPRESSION)
    Command("pool", show_pool, gdb.COMPLETE_EXPRESSION)
    Command("sbreak", break_at_swift_name, gdb.COMPLETE_NONE)
    Command("kd", type_at_prompt, gdb.COMPLETE_NONE)
