"""The kernel's data layouts, which are those of 32-bit NT: PTEs, the PFN database, pool headers."""

import struct

import gdb

PAGE = 4096
PAGED_POOL_END = 0xE8000000  # where the system PTEs begin
PROTECTIONS = ["none", "read only", "execute", "execute read", "read/write", "copy on write", "execute read/write", "execute copy on write"]
MODIFIERS = ["", ", no cache", ", guard", ", write combine"]
WHOLE_PROTECTIONS = {0x10: "decommitted", 0x18: "no access"}
PAGE_LISTS = ["Zeroed", "Free", "Standby", "Modified", "ModifiedNoWrite", "Bad", "Active", "Transition"]


def memory(address, size):
    return bytes(gdb.selected_inferior().read_memory(address, size))


def word(address):
    return struct.unpack("<I", memory(address, 4))[0]


def protection(code):
    return WHOLE_PROTECTIONS.get(code) or PROTECTIONS[code & 7] + MODIFIERS[code >> 3]


def hardware_bits(raw):
    """Bits 9 to 1 of a valid PTE in the letters of WinDbg's !pte; then E (without PAE everything can be executed) and V."""
    when_set, when_clear = "CGLDANTUW", "-------KR"
    return "".join(when_set[i] if raw >> (9 - i) & 1 else when_clear[i] for i in range(9)) + "EV"


def describe_pte(raw):
    """A PTE decoded, its bits tested in NT's order."""
    if raw & 1:
        return f"frame {raw >> 12:x} {hardware_bits(raw)}"
    if raw == 0:
        return "unknown: no entry"
    if raw & 0x400:
        return "prototype"
    if raw & 0x800:
        return f"transition, frame {raw >> 12:x}, {protection(raw >> 5 & 31)}"
    if raw >> 12:
        return f"page file {raw >> 1 & 15}, offset {raw >> 12:x}, {protection(raw >> 5 & 31)}"
    return f"demand zero, {protection(raw >> 5 & 31)}"


def pte_address(address):
    return 0xC0000000 + (address >> 12) * 4


def pde_address(address):
    return 0xC0300000 + (address >> 22) * 4


class DebuggerData:
    """The block of addresses that the kernel exports for debuggers."""

    def __init__(self):
        block = int(gdb.parse_and_eval("(unsigned)&KdDebuggerDataBlock"))
        magic, *values = struct.unpack("<4s4I", memory(block, 20))
        if magic != b"SMAP":
            raise gdb.GdbError("The kernel has not filled in KdDebuggerDataBlock yet.")
        self.pfn_database, self.highest_frame, self.paged_pool, self.nonpaged_pool = values


class PfnEntry:
    """NT: MMPFN (Windows XP), 24 bytes."""

    SIZE = 24

    def __init__(self, database, frame):
        self.address = database + frame * self.SIZE
        self.link, self.pte, self.count, flags, self.references, self.original, owner = struct.unpack(
            "<IIIHHII", memory(self.address, self.SIZE)
        )
        self.list = PAGE_LISTS[flags >> 8 & 7]
        self.modified = bool(flags & 1)
        self.table_frame = owner & 0x3FFFFFF


class PoolBlock:
    """NT: POOL_HEADER (Windows XP), 8 bytes; sizes are in units of 8."""

    KEPT = 0x40  # in the type: freed by its owner, and on a lookaside list

    def __init__(self, address):
        self.address = address
        header, tag = struct.unpack("<I4s", memory(address, 8))
        self.previous_size = (header & 0x1FF) * 8
        self.size = (header >> 16 & 0x1FF) * 8
        self.type = header >> 25
        self.tag = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in tag)

    @property
    def state(self):
        if self.type == 0:
            return "Free"
        return "Lookaside" if self.type & self.KEPT else "Allocated"

    @staticmethod
    def blocks_of_page(page):
        """The blocks of a page, up to the first that cannot be one."""
        address, previous_size = page, 0
        while address < page + PAGE:
            block = PoolBlock(address)
            if block.size == 0 or block.previous_size != previous_size or address + block.size > page + PAGE:
                return
            yield block
            address, previous_size = address + block.size, block.size
