#!/usr/bin/env python3
"""usage: Scripts/test.py [GROUP...]

Builds the images and runs all tests, or those of some groups. Prints a line a test as it goes, and at the end how many passed and failed.
"""

import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

from processes import run
from tests import booting, bugchecks, debugger, disk, failing, host, image, interrupting, lint, paging, programs, target, transcripts, volume
from tests.report import result

# Each group has jobs(): functions that run independently of each other and return results.
WITHOUT_IMAGES = {"lint": lint.jobs, "host": host.jobs}
WITH_IMAGES = {
    "image": image.jobs,
    "boot": booting.jobs,
    "target": target.jobs,
    "disk": disk.jobs,
    "volume": volume.jobs,
    "bugcheck": bugchecks.jobs,
    "transcript": transcripts.jobs,
    "interrupt": interrupting.jobs,
    "programs": programs.jobs,
    "paging": paging.jobs,
    "failing": failing.jobs,
    "gdb": debugger.jobs,
}
GROUPS = WITHOUT_IMAGES | WITH_IMAGES


BUILDS = {
    "kernel": ["Scripts/build", "kernel"],
    "test-kernel": ["Scripts/build", "test-kernel"],
    "programs": ["Scripts/programs"],
}


def build(name):
    finished = run(BUILDS[name], limit=600)
    return result(f"build {name}", finished.status_problems(0), finished.output)


def results_of(job):
    try:
        return job()
    except Exception:
        return [result(f"{job}", ["the test itself broke"], traceback.format_exc())]


def run_group(name, pool):
    for results in pool.map(results_of, GROUPS[name]()):
        yield from results


def all_results(chosen):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name in [name for name in WITHOUT_IMAGES if name in chosen]:
            yield from run_group(name, pool)
        chosen_with_images = [name for name in WITH_IMAGES if name in chosen]
        builds = [build(name) for name in BUILDS] if chosen_with_images else []
        yield from builds
        if all(build.passed for build in builds):
            for name in chosen_with_images:
                yield from run_group(name, pool)


def main():
    chosen = sys.argv[1:] or list(GROUPS)
    unknown = [name for name in chosen if name not in GROUPS]
    if unknown:
        sys.exit(f"test.py: no such group: {' '.join(unknown)}. There are: {' '.join(GROUPS)}")
    passed = failed = 0
    for outcome in all_results(chosen):
        print(outcome, flush=True)
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
