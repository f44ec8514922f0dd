"""gdb for Selfmap: readable Swift values, and commands that look at the running kernel's memory.

    sbreak NAME   break at Swift functions by their demangled names
    pte VA        the page directory entry and the page table entry of an address
    pfn N         a page frame's entry in the PFN database
    pool VA       the pool blocks in the page of an address
    kd LINE       type LINE at the kernel's prompt and let it run
"""

import sys
from pathlib import Path

import gdb

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import commands  # noqa: E402
import printers  # noqa: E402

commands.register()
printers.register()
gdb.execute("set print frame-arguments all")
