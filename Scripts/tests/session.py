"""A booted machine that is talked to while it runs: at its prompt, and with QEMU's own commands."""

import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from threading import Condition, Thread

from processes import Finished, start


class TimedOut(Exception):
    pass


class Ended(TimedOut):
    """QEMU has ended, and answers no more."""


class Session:
    """Everything that is waited for has a limit, and with it the session ends by itself. To be used in a `with` statement."""

    def __init__(self, image, *, memory="64M", cmdline="", programs="", disk="", qemu_flags="", limit=60):
        self.ends_at = time.monotonic() + limit
        self.folder = tempfile.TemporaryDirectory()
        path = f"{self.folder.name}/qmp"
        flags = f"{qemu_flags} -qmp unix:{path},server=on,wait=off"
        self.process = start(["Scripts/run", image], dict(MEMORY=memory, CMDLINE=cmdline, PROGRAMS=programs, DISK=disk, QEMU_FLAGS=flags))
        self.output, self.has_ended, self.changed = "", False, Condition()
        self.reader = Thread(target=self.read, daemon=True)
        self.reader.start()
        self.monitor = None
        self.monitor_path = path

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)  # QEMU would wait for a request that is held
        self.process.wait()
        self.reader.join()
        self.folder.cleanup()

    def read(self):
        while piece := os.read(self.process.stdout.fileno(), 65536):
            with self.changed:
                self.output += piece.decode(errors="replace").replace("\r", "")
                self.changed.notify_all()
        with self.changed:
            self.has_ended = True
            self.changed.notify_all()

    # The prompt

    def type(self, text):
        try:
            os.write(self.process.stdin.fileno(), text.encode())
        except BrokenPipeError:
            raise TimedOut("it ended before all was typed") from None

    def wait_for(self, pattern, *, after=0, limit=None):
        """The first match in the output from the position `after` on."""
        until = min(self.ends_at, time.monotonic() + (limit or 600))
        with self.changed:
            while not (found := re.compile(pattern, re.MULTILINE).search(self.output, after)):
                left = until - time.monotonic()
                if left <= 0 or self.has_ended:
                    raise TimedOut(f"{'it ended' if self.has_ended else 'it waited in vain'} before a line matched /{pattern}/")
                self.changed.wait(left)
        return found

    def ask(self, command, pattern, limit=None):
        """Types a command and waits for a match in its answer; returns that."""
        position = len(self.output)
        self.type(f"{command}\n")
        return self.wait_for(pattern, after=position, limit=limit)

    def quit(self):
        """Powers off, and returns how the machine ended."""
        try:
            self.type("q\n")
        except TimedOut:
            pass
        return self.end()

    def end(self):
        """Waits until the machine has ended by itself."""
        try:
            status = self.process.wait(max(0.1, self.ends_at - time.monotonic()))
        except subprocess.TimeoutExpired:
            return Finished(None, self.output)
        self.reader.join()
        return Finished(status, self.output)

    # QEMU

    def qmp(self, command, **arguments):
        if self.monitor is None:
            self.monitor = self.connect()
        return self.exchange(command, arguments)

    def connect(self):
        channel = socket.socket(socket.AF_UNIX)
        channel.settimeout(20)
        channel.connect(self.monitor_path)
        self.monitor = channel.makefile("rw")
        self.monitor.readline()  # the greeting
        self.exchange("qmp_capabilities", {})
        return self.monitor

    def exchange(self, command, arguments):
        try:
            self.monitor.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
            self.monitor.flush()
        except (BrokenPipeError, ConnectionResetError):
            raise Ended(f"it ended before {command}") from None
        while True:  # events come in between
            line = self.next_line()
            if not line:
                raise Ended(f"it ended during {command}")
            answer = json.loads(line)
            if "error" in answer:
                raise RuntimeError(f"{command}: {answer['error']}")
            if "return" in answer:
                return answer["return"]

    def next_line(self):
        try:
            return self.monitor.readline()
        except ConnectionResetError:
            return ""

    def monitor_command(self, line):
        """A command of QEMU's monitor for people."""
        return self.qmp("human-monitor-command", **{"command-line": line})
