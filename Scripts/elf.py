"""32-bit ELF files, as far as the scripts look into them."""

import struct
from collections import namedtuple
from pathlib import Path

Segment = namedtuple("Segment", "kind offset virtual physical file_size memory_size flags alignment")
Section = namedtuple("Section", "name flags address size")
LOADED = 1  # Segment.kind
EXECUTE, WRITE = 1, 2  # Segment.flags
ALLOCATED = 2  # Section.flags


class Image:
    def __init__(self, path):
        self.path = path
        self.bytes = Path(path).read_bytes()
        header = struct.unpack_from("<16sHHIIIIIHHHHHH", self.bytes)
        self.entry, segments, sections = header[4:7]
        segment_count, section_count, names = header[10], header[12], header[13]
        self.segments = [Segment(*struct.unpack_from("<8I", self.bytes, segments + 32 * i)) for i in range(segment_count)]
        self.loaded = [segment for segment in self.segments if segment.kind == LOADED and segment.memory_size > 0]
        raw = [struct.unpack_from("<6I", self.bytes, sections + 40 * i) for i in range(section_count)]
        self.sections = [Section(self.string(raw[names][4] + name), flags, address, size) for name, _, flags, address, _, size in raw]

    def string(self, offset):
        return self.bytes[offset : self.bytes.index(0, offset)].decode()

    def contents(self, segment):
        """What the file has of a segment; the rest of it is zero."""
        return self.bytes[segment.offset : segment.offset + segment.file_size]
