"""The format of the sources."""

from processes import run
from tests.report import result


def jobs():
    yield lint


def lint():
    finished = run(["Scripts/lint"], limit=120)
    return [result("lint", finished.status_problems(0), finished.output)]
