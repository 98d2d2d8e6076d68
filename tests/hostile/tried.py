"""One command on hostile input, in this process: ended by a clock, and looked at for what no output may have."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from commands import run

LONGEST = 180
# Controls but line breaks, and characters that turn the direction of text.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Hung(Exception):
    """The clock ended what was tried."""


@contextmanager
def clock(seconds: int = LONGEST) -> Iterator[None]:
    """Ends the block after some seconds, whatever it waits for."""

    def ended(number: int, frame: FrameType | None) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tried(*arguments: str, cwd: Path, name: str, fails: bool = False) -> Iterator[str]:
    """What is bad about a command: a hang, a bug, a traceback, our fault, hidden characters, or an undue success."""
    try:
        with clock():
            done = run(*arguments, cwd=cwd)
    except Hung:
        yield f"{name}: hangs"
        return
    except Exception as error:  # noqa: BLE001 a bug of any kind is what is looked for
        yield f"{name}: {type(error).__name__}: {error}"[:300]
        return
    said = done.stdout + done.stderr
    if "Traceback" in said or "our fault" in said or "internal error" in said:
        yield f"{name}: {said[-300:]!r}"
    if done.returncode not in {0, 1, 2} or (fails and done.returncode == 0):
        yield f"{name}: exit status {done.returncode}"
    if done.returncode and not said.strip():
        yield f"{name}: fails and says nothing"
    if HIDDEN.search(said):
        yield f"{name}: hidden characters: {HIDDEN.findall(said)[:3]}"
