"""Sessions at the kd> prompt, written down in Tests/Transcripts/*.kd.

    # memory=64M status=0 cmdline=/MAXMEM=32
    ~ a regular expression that a line of what the boot prints matches
    > a command
    ~ a regular expression that a line of its output matches
    ~ another, for the same line or a later one

The first line may leave out any of its parts; `cmdline` is the last and goes to the end of the line. `status` is that of
Scripts/run. Other lines that begin with # are comments. The prompt is given an end of input after the last command.
"""

import re
from functools import partial

from processes import KERNEL, ROOT, boot
from tests.report import result

HEADER = re.compile(r"#(?: memory=(?P<memory>\S+))?(?: status=(?P<status>\d))?(?: cmdline=(?P<cmdline>.*))?")


def jobs():
    for path in sorted((ROOT / "Tests/Transcripts").glob("*.kd")):
        yield partial(transcript, path)


def transcript(path):
    header, *lines = path.read_text().splitlines()
    options = HEADER.fullmatch(header)
    if not options:
        return [result(f"transcript {path.stem}", ["its first line is not '# memory=... status=... cmdline=...'"])]
    steps = list(steps_of(lines))
    commands = "".join(f"{command}\n" for command, _ in steps[1:])
    finished = boot(KERNEL, memory=options["memory"] or "64M", cmdline=options["cmdline"] or "", commands=commands)
    problems = finished.status_problems(int(options["status"] or 0))
    answers = re.split(r"^kd> ", finished.output, flags=re.MULTILINE)
    if len(answers) < len(steps):
        problems.append(f"expected {len(steps) - 1} commands to be answered, found {len(answers) - 1} prompts")
    for (command, patterns), answer in zip(steps, answers):
        problems += step_problems(command, patterns, answer)
    return [result(f"transcript {path.stem}", problems, finished.output)]


def steps_of(lines):
    """(command, patterns) of each step; the first is the boot, which has no command."""
    command, patterns = "", []
    for line in lines:
        if line.startswith("> "):
            yield command, patterns
            command, patterns = line[2:], []
        elif line.startswith("~ "):
            patterns.append(line[2:])
    yield command, patterns


def step_problems(command, patterns, answer):
    """Each pattern must match a line, and none before the line that the pattern above it matched."""
    lines = answer.splitlines()
    if command and (not lines or lines[0] != command):
        return [f"expected the prompt to echo '{command}', found '{lines[0] if lines else ''}'"]
    position = 0
    for pattern in patterns:
        position = next((i for i in range(position, len(lines)) if re.search(pattern, lines[i])), None)
        if position is None:
            return [f"no line matches /{pattern}/ in the answer to '{command}'"]
    return []
