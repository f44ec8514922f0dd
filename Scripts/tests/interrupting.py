"""Ctrl-C, typed while a command is at work: it ends the command, and the next one is carried out as ever."""

import re

from processes import KERNEL, POWERED_OFF, boot_and_talk
from tests.report import missing, result

CTRL_C = "\x03\n"
RANGES = 600  # so many that listing them takes longer than answering
PROCESSES = 60

RESERVE = "let base = 0\ncall NtAllocateVirtualMemory -1 &base 0 &size MEM_RESERVE PAGE_READWRITE\n"


def jobs():
    return [listings, programs]


def listings():
    ranges = "spawn\nlet size = 4096\n" + RANGES * RESERVE
    conversation = [
        (r"^Type help", ranges + "!vad\n"),
        (r"^VAD +level", CTRL_C + "!address\n"),
        (r"BaseAddr EndAddr", CTRL_C + PROCESSES * "spawn\n" + "!process 0 7\n"),
        (r"ACTIVE PROCESS DUMP", CTRL_C + "!verify\nq\n"),
    ]
    finished = boot_and_talk(KERNEL, conversation)
    answers = re.split(r"^kd> ", finished.output, flags=re.MULTILINE)
    problems = finished.status_problems(POWERED_OFF) + missing(finished.output, [r"^\d+ pages checked: every frame in one state"])
    for command, line, most in [("!vad", "Private", RANGES), ("!address", "MEM_RESERVE", RANGES), ("!process 0 7", "PROCESS ", PROCESSES)]:
        counts = [answer.count(line) for answer in answers if answer.startswith(command)]
        if not counts or counts[0] >= most:
            problems.append(f"{command} went on to its end")
    problems += ["!vad counted ranges that it did not look at"] if "average level" in finished.output else []
    return [result("Ctrl-C ends long listings", problems, finished.output)]


def programs():
    conversation = [
        (r"^Type help", "run spin 1000000\n"),
        (r"^kd> run", CTRL_C + "spawn\ncall NtDelayExecution 0 NULL\nlet forever[2] = 0 0x80000000\ncall NtDelayExecution 0 &forever\n"),
        (r"^kd> call NtDelayExecution 0 &forever", CTRL_C + "!process 0 0\n.kill -1\n!verify\nq\n"),
    ]
    finished = boot_and_talk(KERNEL, conversation, programs="spin")
    expected = [r"^Exit status: STATUS_CONTROL_C_EXIT", r"^It is not done yet", r"^\d+ pages checked: every frame in one state"]
    return [result("Ctrl-C ends programs, and the wait for calls", finished.status_problems(POWERED_OFF) + missing(finished.output, expected), finished.output)]
