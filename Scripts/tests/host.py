"""The tests that run on the host: Swift Testing, all of them optimised, for the random ones take many steps, and the reentrancy tests under the
thread sanitizer."""

import xml.etree.ElementTree as xml
from functools import partial

from processes import ROOT, run
from tests.report import result

LIMIT = 600
STARTED_OR_PASSED = ("◇", "✔")


def jobs():
    yield partial(swift_test, "host", ".build-release", "-c", "release", "-Xswiftc", "-enable-testing")
    yield partial(swift_test, "host, thread sanitizer", ".build-tsan", "--sanitize=thread", "--filter", "ReentrancyTests")


def swift_test(prefix, scratch, *options):
    report = ROOT / scratch / "tests.xml"
    report.unlink(missing_ok=True)
    command = ["swift", "test", "--disable-xctest", "--scratch-path", scratch, "--xunit-output", report, *options]
    finished = run(command, limit=LIMIT)
    results = sorted((case_result(prefix, case) for case in cases_in(report)), key=lambda case: case.name)
    return results + [run_result(f"{prefix}: run", finished, results)]


def cases_in(report):
    """None of them when the process crashed: it writes the report at its end."""
    try:
        return list(xml.parse(report).iter("testcase"))
    except (FileNotFoundError, xml.ParseError):
        return []


def case_result(prefix, case):
    suite = case.get("classname").partition(".")[2]
    failures = [failure.get("message") or failure.text or "no reason given" for failure in case.iter("failure")]
    return result(f"{prefix}: {suite}.{case.get('name')}", [" ".join(failure.split()) for failure in failures])


def run_result(name, finished, results):
    """The process as a whole: a build that failed, a crash, a data race; and what the tests printed if one of them failed."""
    problems = finished.status_problems(0) + ([] if results else ["no test reported a result"])
    return result(name, problems, notable(finished.output))


def notable(output):
    """What the tests printed, or the compiler if it did not come so far."""
    _, _, printed = output.partition("Test run started.")
    return "\n".join(line for line in (printed or output).splitlines() if not line.startswith(STARTED_OR_PASSED))
