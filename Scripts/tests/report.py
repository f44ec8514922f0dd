"""What a test says: a name, and why it failed if it did."""

import re
from dataclasses import dataclass

OUTPUT_SHOWN = 2000  # characters, of the beginning and of the end


@dataclass(frozen=True)
class Result:
    name: str
    problems: tuple[str, ...] = ()
    output: str = ""  # shown if the test failed

    @property
    def passed(self):
        return not self.problems

    def __str__(self):
        if self.passed:
            return f"PASS {self.name}"
        return "\n".join([f"FAIL {self.name}: {'; '.join(self.problems)}", *(f"    {line}" for line in shortened(self.output).splitlines())])


def shortened(output):
    return output if len(output) <= 2 * OUTPUT_SHOWN else output[:OUTPUT_SHOWN] + "\n...\n" + output[-OUTPUT_SHOWN:]


def result(name, problems, output=""):
    return Result(name, tuple(problems), output)


def reported(text, prefix):
    """The results that a program printed as `PASS name` and `FAIL name: why` lines."""
    lines = re.findall(r"^(PASS|FAIL) (.*)$", text, re.MULTILINE)
    for verdict, line in lines:
        name, _, why = (line, "", "") if verdict == "PASS" else line.partition(": ")
        yield result(f"{prefix}: {name}", [] if verdict == "PASS" else [why or "no reason given"])


def missing(text, patterns):
    """A problem for each regular expression that no line of `text` matches."""
    return [f"no line matches /{pattern}/" for pattern in patterns if not re.search(pattern, text, re.MULTILINE)]
