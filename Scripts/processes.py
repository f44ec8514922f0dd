"""Programs run with a time limit, and images booted in QEMU through Scripts/run."""

import os
import re
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

SCRIPTS = Path(__file__).parent
ROOT = SCRIPTS.parent
KERNEL = ".build/kernel.elf"
TEST_KERNEL = ".build/test-kernel.elf"

# What Scripts/run ends with.
POWERED_OFF, BUG_CHECK, REFUSED = 0, 1, 2

# `make` hands these down; what runs here gets its own or none.
PRIVATE = {"MEMORY", "CMDLINE", "QEMU_FLAGS", "PROGRAMS", "DISK", "FORMAT", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES"}


@dataclass(frozen=True)
class Finished:
    """How a program ended. `status` is None when it was stopped at its time limit."""

    status: int | None
    output: str

    def status_problems(self, expected):
        """A list of one line, or of none if the program ended as expected."""
        if self.status == expected:
            return []
        return ["it was stopped at its time limit" if self.status is None else f"expected exit status {expected}, found {self.status}"]


def start(command, environment):
    inherited = {name: value for name, value in os.environ.items() if name not in PRIVATE}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=inherited | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def run(command, *, limit, text="", **environment):
    """Runs `command` in the project's root with `text` as its input, and stops it and its children after `limit` seconds."""
    process = start(command, environment)
    try:
        output, _ = process.communicate(text.encode(), timeout=limit)
        status = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGTERM)
        output, _ = process.communicate()
        status = None
    return Finished(status, output.decode(errors="replace").replace("\r", ""))


def boot(image, *, memory="64M", cmdline="", programs="", commands="", disk="", qemu_flags="", limit=60):
    """Boots an image with some user programs; `commands` are typed at its prompt, and the end of them powers it off."""
    environment = dict(MEMORY=memory, CMDLINE=cmdline, PROGRAMS=programs, DISK=disk, QEMU_FLAGS=qemu_flags)
    return run(["Scripts/run", image], limit=limit, text=commands, **environment)


def boot_and_talk(image, conversation, *, programs="", limit=60):
    """Boots an image. The conversation is pairs of a regular expression and what is typed when a line matches it."""
    process = start(["Scripts/run", image], dict(MEMORY="64M", CMDLINE="", PROGRAMS=programs, QEMU_FLAGS=""))
    clock = Timer(limit, os.killpg, (process.pid, signal.SIGTERM))
    clock.start()
    lines, waiting = [], list(conversation)
    for line in process.stdout:
        lines.append(line.decode(errors="replace").replace("\r", ""))
        if waiting and re.search(waiting[0][0], lines[-1]):
            process.stdin.write(waiting.pop(0)[1].encode())
            process.stdin.flush()
    status = process.wait()
    clock.cancel()
    return Finished(status, "".join(lines))
