"""What must hold of the linked images."""

from functools import partial

from processes import KERNEL, ROOT, TEST_KERNEL, run
from tests.report import reported, result


def jobs():
    for image in (KERNEL, TEST_KERNEL):
        yield partial(checks, image)
        yield partial(grub_file, image)
    for program in sorted((ROOT / ".build/programs").glob("*.elf")):
        yield partial(checks, str(program.relative_to(ROOT)), "--program")


def checks(image, *options):
    finished = run(["Scripts/check-image.py", *options, image], limit=60)
    results = list(reported(finished.output, f"image {image}"))
    return results or [result(f"image {image}: checks", ["they did not run"], finished.output)]


def grub_file(image):
    """Someone else's opinion on the multiboot header."""
    finished = run(["grub-file", "--is-x86-multiboot", image], limit=60)
    return [result(f"image {image}: multiboot by grub-file", finished.status_problems(0))]
