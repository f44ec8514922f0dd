#!/usr/bin/env python3
"""Runs the kernel's benchmarks and prints them as a table, or with FORMAT=tsv as `operation<TAB>instructions` lines.

Instructions are counted by QEMU itself: the time stamp counter counts them under -icount, the same on every run and machine.
"""

import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from processes import KERNEL, POWERED_OFF, SCRIPTS, TEST_KERNEL, boot

COUNTING = "-accel tcg -icount shift=0,sleep=off -rtc base=2020-01-01,clock=vm -net none"
SIZES = ["32M", "64M", "3G"]
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
        print_row(operation, [figures.get(operation, "-") for figures in measured], target, linux)
    for memory, target in WALL_TARGETS.items():
        figures = [wall_milliseconds(memory) if size == memory else "-" for size in SIZES]
        print_row(f"wall clock to prompt, {memory}, milliseconds", figures, target, "-")


def print_lines():
    figures = measure(os.environ.get("MEMORY", "64M"))
    for operation, _, _ in targets():
        if operation in figures:
            print(f"{operation}\t{figures[operation]}")


if __name__ == "__main__":
    print_lines() if os.environ.get("FORMAT") == "tsv" else print_table()
