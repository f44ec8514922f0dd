"""The tests inside the booted kernel, on machines of different sizes and through GRUB."""

import re
from functools import partial

from processes import BUG_CHECK, POWERED_OFF, TEST_KERNEL, boot, run
from tests.report import reported, result

ISO = ".build/test-kernel.iso"
LIMIT = 180


def jobs():
    for memory in ("8M", "64M", "3G"):
        yield partial(target_tests, f"target {memory}", memory)
    yield partial(target_tests, "target 64M /3GB", "64M", options="/3GB")
    yield grub_target_tests


def target_tests(prefix, memory, image=TEST_KERNEL, options=""):
    finished = boot(image, memory=memory, cmdline=f"/TEST {options}", limit=LIMIT)
    results = list(reported(finished.output, prefix))
    failed = sum(not case.passed for case in results)
    expected = f"TARGET {len(results) - failed} passed, {failed} failed"
    problems = finished.status_problems(BUG_CHECK if failed else POWERED_OFF)
    if not results or not re.search(rf"^{expected}$", finished.output, re.MULTILINE):
        problems.append(f"expected tests and then '{expected}'")
    return results + [result(f"{prefix}: run", problems, finished.output)]


def grub_target_tests():
    made = run(["Scripts/iso", TEST_KERNEL, ISO], limit=60, CMDLINE="/TEST")
    if made.status != 0:
        return [result("target GRUB 64M: image", made.status_problems(0), made.output)]
    return target_tests("target GRUB 64M", "64M", ISO)
