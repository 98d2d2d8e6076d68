"""A process that is asked to end by a signal removes its temporary files first, and ends by that signal."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from types import FrameType

# Those that the system knows: Windows has no SIGHUP.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
# `timeout`, make and terminals send a signal to a process and to its group: it comes twice.
_SECONDS = 2.0


class Ended(BaseException):
    """The process was asked to end by a signal; it is no `Exception`, so nothing but the command's end catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def listen() -> None:
    """Has each signal that asks for the end raise `Ended` in the main thread, or `KeyboardInterrupt` for an interrupt.

    So every `with` ends in order. The processes that this one has started are ended first, as far as the system names
    them; `subprocess.run` ends the one that it waits for everywhere. A signal that is ignored, as by `nohup`, is
    ignored further on.
    """
    own, last = os.getpid(), -_SECONDS

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal last
        if os.getpid() != own:
            # A copy of this process, which does a part of its work.
            end_by(number)
        now, before = time.monotonic(), last
        if now - before < _SECONDS:
            return
        last = now
        _end_children()
        raise KeyboardInterrupt if number == signal.SIGINT else Ended(number)

    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


def end_by(number: int) -> int:
    """Ends this process by a signal, so that its parent sees which; returns the status for one that survives it."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    return 128 + number


def _end_children() -> None:
    """Ends the processes that this one has started, even one whose start the signal interrupts; needs /proc."""
    from pathlib import Path

    for listed in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            for number in listed.read_text("ascii").split():
                os.kill(int(number), signal.SIGTERM)
