#!/usr/bin/env python3
"""Runs the kernel's benchmarks and prints them as a table, or with FORMAT=tsv as `operation<TAB>instructions` lines.

Instructions are counted by QEMU itself: the time stamp counter counts them under -icount, the same on every run and machine.
"""

import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from processes import KERNEL, POWERED_OFF, ROOT, SCRIPTS, TEST_KERNEL, boot, run

COUNTING = "-accel tcg -icount shift=0,sleep=off -rtc base=2020-01-01,clock=vm -net none"
# A halted processor's clock goes on as the host's does, not faster: else the disk would seem to take minutes.
COUNTING_WITH_DISK = COUNTING.replace("sleep=off", "sleep=on")
SIZES = ["32M", "64M", "3G"]
PAGING_SIZES = [(memory, megabytes) for memory in ("16M", "256M", "2G") for megabytes in (60, 2000)]
PAGING_COLUMNS = "| {:<38} |" + " {:>13} |" * len(PAGING_SIZES) + " {:>10} | {:>13} |"
RATE_COLUMNS = "| {:<44} | {:>10} | {:>10} | {:>6} |"
WALL_TARGETS = {"64M": "1000", "3G": "3000"}  # milliseconds
WALL_RUNS = 3
LIMIT = 300
COLUMNS = "| {:<40} | {:>13} | {:>13} | {:>13} | {:>10} | {:>13} |"


def checked(finished):
    if finished.status != POWERED_OFF:
        sys.exit(f"{finished.output}\nbench.py: {finished.status_problems(POWERED_OFF)[0]}")
    return finished.output


def measure(memory):
    """Operation -> figure, as text, on a machine with so much memory."""
    benchmarks = checked(boot(TEST_KERNEL, memory=memory, cmdline="/BENCH", programs="bench", qemu_flags=COUNTING, limit=LIMIT))
    figures = dict(re.findall(r"^BENCH\t([^\t]+)\t([\d.]+)$", benchmarks, re.MULTILINE))
    booted = checked(boot(KERNEL, memory=memory, qemu_flags=COUNTING, limit=LIMIT))
    figures["boot to prompt"] = re.search(r"^Boot took (\d+) cycles", booted, re.MULTILINE)[1]
    return figures


def paged(name, memory, megabytes, kind, qemu_flags=""):
    """What the test kernel prints on a machine with a page file of so many megabytes."""
    disk = ROOT / ".build/disks" / f"bench-{name}.img"
    disk.parent.mkdir(parents=True, exist_ok=True)
    run(["Scripts/disk", "--fat", "32", "--megabytes", str(megabytes + 64), str(disk)], limit=60)
    options = rf"/BENCH={kind} PagingFiles=C:\pagefile.sys,{megabytes},{megabytes}"
    output = checked(boot(TEST_KERNEL, memory=memory, cmdline=options, disk=str(disk), qemu_flags=qemu_flags, limit=LIMIT))
    disk.unlink()
    return output


def measure_paging(machine):
    """Operation -> figure, as text, for an amount of memory and a size of the page file."""
    output = paged("-".join(map(str, machine)), *machine, "PAGING", COUNTING_WITH_DISK)
    return dict(re.findall(r"^BENCH\t([^\t]+)\t([\d.]+)$", output, re.MULTILINE))


def paging_rates():
    """[(operation, pages per second, the disk's)]: of the host's seconds, so on an idle host only."""
    rates = dict(re.findall(r"^RATE\t([^\t]+)\t(\d+)$", paged("rates", "64M", 60, "RATES"), re.MULTILINE))
    pairs = [(name, re.sub(r"^(hard faults,|pages) ", "raw disk, ", name)) for name in rates if not name.startswith("raw disk")]
    return [(name, rates[name], rates[raw]) for name, raw in pairs]


def print_paging():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        measured = list(pool.map(measure_paging, PAGING_SIZES))
    headings = [f"{memory}, {megabytes} MB" for memory, megabytes in PAGING_SIZES]
    print(PAGING_COLUMNS.format("paging, in instructions (RAM, page file)", *headings, "target", "Linux"))
    print(re.sub(r"[^|]", "-", PAGING_COLUMNS.format(*[""] * (len(headings) + 3))))
    for operation, target, linux in targets():
        figures = [figures.get(operation, "-") for figures in measured]
        if set(figures) == {"-"}:
            continue
        missed = target != "-" and any(float(figure) > float(target) for figure in figures)
        print(PAGING_COLUMNS.format(operation, *map(grouped, figures), grouped(target), grouped(linux)) + " missed" * missed)


def print_rates():
    print(RATE_COLUMNS.format("pages per second", "paging", "raw disk", "ratio"))
    print(re.sub(r"[^|]", "-", RATE_COLUMNS.format(*[""] * 4)))
    for name, rate, raw in paging_rates():
        print(RATE_COLUMNS.format(name, grouped(rate), grouped(raw), f"{100 * int(rate) // int(raw)} %"))


def wall_milliseconds(memory):
    """From the start of QEMU to its end, with nothing typed at the prompt; the best of a few runs."""

    def once():
        start = time.monotonic()
        checked(boot(KERNEL, memory=memory))
        return time.monotonic() - start

    return str(round(1000 * min(once() for _ in range(WALL_RUNS))))


def targets():
    """(operation, target, Linux) of each row, as text; - where there is none."""
    lines = (SCRIPTS / "bench-targets.tsv").read_text().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def grouped(figure):
    return f"{int(figure):,}" if figure.isdigit() else figure


def print_row(operation, figures, target, linux):
    judged = next((figure for figure in figures[1:] if figure != "-"), "-")  # targets are for 64 MB, unless the row is about 3 GB alone
    missed = "-" not in (judged, target) and float(judged) > float(target)
    print(COLUMNS.format(operation, *map(grouped, figures), grouped(target), grouped(linux)) + " missed" * missed)


def print_table():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        measured = list(pool.map(measure, SIZES))
    print(COLUMNS.format("operation, in instructions", "32 MB", "64 MB", "3 GB", "target", "Linux"))
    print(re.sub(r"[^|]", "-", COLUMNS.format(*[""] * 6)))
    for operation, target, linux in targets():
        figures = [figures.get(operation, "-") for figures in measured]
        if set(figures) != {"-"}:
            print_row(operation, figures, target, linux)
    for memory, target in WALL_TARGETS.items():
        figures = [wall_milliseconds(memory) if size == memory else "-" for size in SIZES]
        print_row(f"wall clock to prompt, {memory}, milliseconds", figures, target, "-")
    print()
    print_paging()
    print()
    print_rates()


def print_lines():
    memory = os.environ.get("MEMORY", "64M")
    figures = measure(memory) | measure_paging((memory, PAGING_SIZES[0][1]))
    for operation, _, _ in targets():
        if operation in figures:
            print(f"{operation}\t{figures[operation]}")


if __name__ == "__main__":
    print_lines() if os.environ.get("FORMAT") == "tsv" else print_table()
