"""Pretty printers: Swift's integers as numbers, and the kernel's typed addresses and PTEs as what they say."""

import gdb
import gdb.printing

from layouts import describe_pte

SIGNED = {"Int": 32, "Int8": 8, "Int16": 16, "Int32": 32, "Int64": 64}
UNSIGNED = {"UInt": 32, "UInt8": 8, "UInt16": 16, "UInt32": 32, "UInt64": 64}


def number(value):
    """The number inside a C value, a Swift integer, or a struct around one (`raw`)."""
    value_type = value.type.strip_typedefs()
    if value_type.code != gdb.TYPE_CODE_STRUCT:
        return int(value)
    field = value_type.fields()[0].name
    if value_type.name in UNSIGNED:
        return int(value[field]) % (1 << UNSIGNED[value_type.name])
    return number(value[field])


class TextPrinter:
    def __init__(self, text):
        self.text = text

    def to_string(self):
        return self.text


def printer(value):
    value_type = value.type.strip_typedefs()
    if value_type.code != gdb.TYPE_CODE_STRUCT:
        return None
    name, fields = value_type.name, [field.name for field in value_type.fields()]
    if name in SIGNED or name in UNSIGNED:
        return TextPrinter(str(number(value)))
    if name == "Bool" and fields == ["_value"]:
        return TextPrinter("true" if int(value["_value"]) & 1 else "false")
    if name == "Pte":
        return TextPrinter(f"{number(value):08x} ({describe_pte(number(value))})")
    if fields == ["raw"]:
        return TextPrinter(f"{number(value):#x}")
    return None


def register():
    gdb.pretty_printers.insert(0, printer)
