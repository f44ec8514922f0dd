"""Sessions at the kd> prompt, written down in Tests/Transcripts/**/*.kd.

    # memory=64M disk=64 status=0 programs=spin,hog cmdline=/MAXMEM=32
    ~ a regular expression that a line of what the boot prints matches
    == a name: the commands up to the next name are a test of their own
    > a command
    ~ a regular expression that a line of its output matches
    ~ another, for the same line or a later one
    ! a regular expression that no line of its output matches

The first line may leave out any of its parts; `cmdline` is the last and goes to the end of the line. `disk` is the size of a new volume in MB; without it
there is no disk. `status` is that of Scripts/run, `programs` are those of Tests/Programs that the kernel is given. Other lines that begin with # are comments. The prompt is
given an end of input after the last command.
"""

import re
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from processes import KERNEL, ROOT, boot, run
from tests.report import result

ECHOED = 74  # characters; a longer line scrolls while it is typed
HEADER = re.compile(r"#(?: memory=(?P<memory>\S+))?(?: disk=(?P<disk>\d+))?(?: status=(?P<status>\d))?(?: programs=(?P<programs>\S+))?(?: cmdline=(?P<cmdline>.*))?")


def jobs():
    for path in sorted((ROOT / "Tests/Transcripts").rglob("*.kd")):
        yield partial(transcript, path)


def transcript(path):
    header, *lines = path.read_text().splitlines()
    options = HEADER.fullmatch(header)
    if not options:
        return [result(f"transcript {path.stem}", ["its first line is not '# memory=... disk=... status=... programs=... cmdline=...'"])]
    steps = list(steps_of(lines))
    commands = "".join(f"{step.command}\n" for step in steps[1:])
    programs = (options["programs"] or "").replace(",", " ")
    machine = dict(memory=options["memory"] or "64M", cmdline=options["cmdline"] or "", disk=make_disk(path.stem, options["disk"]))
    finished = boot(KERNEL, **machine, programs=programs, commands=commands)
    answers = re.split(r"^kd> ", finished.output, flags=re.MULTILINE)
    problems, output = {"": finished.status_problems(int(options["status"] or 0))}, {"": finished.output}
    for step, answer in zip_longest(steps, answers[: len(steps)]):
        problems.setdefault(step.test, []).extend(step_problems(step, answer))
        if step.test:
            output[step.test] = output.get(step.test, "") + (answer or "")
    return [result(f"transcript {path.stem} {test}".strip(), found, output[test]) for test, found in problems.items()]


def make_disk(name, megabytes):
    """The path of a new disk with an empty volume; none if no size is given."""
    if not megabytes:
        return ""
    path = ROOT / ".build/disks" / f"transcript-{name}.img"
    path.parent.mkdir(parents=True, exist_ok=True)
    run(["Scripts/disk", "--megabytes", megabytes, str(path)], limit=60)
    return str(path)


class Step(NamedTuple):
    """A command, what its answer must look like, and the test that it belongs to."""

    command: str
    expected: list  # pairs of ~ or ! and a regular expression
    test: str


def steps_of(lines):
    """The first step is the boot, which has no command."""
    test, step = "", Step("", [], "")
    for line in lines:
        if line.startswith("== "):
            test = line[3:]
        elif line.startswith("> "):
            yield step
            step = Step(line[2:], [], test)
        elif line.startswith(("~ ", "! ")):
            step.expected.append((line[0], line[2:]))
    yield step


def step_problems(step, answer):
    """Each ~ must match a line, and none before the line that the one above it matched."""
    if answer is None:
        return [f"'{step.command}' was not answered"]
    lines = answer.splitlines()
    if 0 < len(step.command) <= ECHOED and (not lines or lines[0] != step.command):
        return [f"expected the prompt to echo '{step.command}', found '{lines[0] if lines else ''}'"]
    position = 0
    for kind, pattern in step.expected:
        matching = next((i for i in range(position if kind == "~" else 0, len(lines)) if re.search(pattern, lines[i])), None)
        if kind == "~" and matching is None:
            return [f"no line matches /{pattern}/ in the answer to '{step.command}'"]
        if kind == "!" and matching is not None:
            return [f"'{lines[matching]}' matches /{pattern}/ in the answer to '{step.command}'"]
        position = position if matching is None else matching
    return []
