"""Deliberate bug checks, listed in bugchecks.tsv: each is provoked and its report read."""

import re
from collections import namedtuple
from functools import partial

from processes import BUG_CHECK, SCRIPTS, TEST_KERNEL, boot
from tests.report import missing, result

BugCheck = namedtuple("BugCheck", "crash code name parameter1 parameter2 parameter3 parameter4 functions")
REGISTERS = ["eax", "ebx", "ecx", "edx", "esi", "edi", "eip", "esp", "ebp"]
WORD = "[0-9a-fA-F]{8}"


def jobs():
    for line in (SCRIPTS / "bugchecks.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            yield partial(provoke, BugCheck(*line.split("\t")))


def provoke(expected):
    finished = boot(TEST_KERNEL, cmdline=f"/CRASH={expected.crash}")
    problems = finished.status_problems(BUG_CHECK) + report_problems(expected, finished.output)
    return [result(f"bug check {expected.crash}: {expected.code} {expected.name}", problems, finished.output)]


def report_problems(expected, output):
    stop = re.search(rf"^\*\*\* STOP: 0x({WORD}) \(0x({WORD}), 0x({WORD}), 0x({WORD}), 0x({WORD})\)$", output, re.MULTILINE)
    if not stop:
        return ["no line '*** STOP: 0x... (0x..., 0x..., 0x..., 0x...)'"]
    code, *parameters = stop.groups()
    problems = [] if int(code, 16) == int(expected.code, 16) else [f"expected code {expected.code}, found {code}"]
    for number, (pattern, found) in enumerate(zip(expected[3:7], parameters), 1):
        if not re.fullmatch(pattern, found, re.IGNORECASE):
            problems.append(f"expected parameter {number} to match /{pattern}/, found {found}")
    name, registers = rf"^\*\*\* {expected.name}$", [rf"\b{register}={WORD}\b" for register in REGISTERS]
    report = output[stop.end() :]
    return problems + missing(report, [name, *registers]) + trace_problems(expected.functions.split(), report)


def trace_problems(functions, report):
    """Each function must be in the stack trace, further out than the one named before it."""
    frames = re.findall(rf"^{WORD} {WORD} (\S.*)\+0x[0-9a-f]+$", report, re.MULTILINE)
    position = 0
    for function in functions:
        position = next((i for i in range(position, len(frames)) if re.search(function, frames[i])), None)
        if position is None:
            return [f"/{function}/ is not where it should be in the stack trace"]
    return []
