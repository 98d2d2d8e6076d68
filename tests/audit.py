"""The long matrix: thousands of damaged records, each read without a crash and accounted for; prints a table.

Run by `make audit`. Every real record is damaged in every way, with a fixed seed; a record that comes out
whole, or a fault with a place inside the file, is what may happen. Anything else ends with status 1.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from factpress.pipeline import check
from factpress.records.date import parse_date

ROOT = Path(__file__).parent.parent
TODAY = parse_date("2026-11-24")
ROUNDS = 40
ODD = [
    b"\t",
    b"\x00",
    b"\xff",
    b"&a ",
    b"*a",
    b"!x ",
    b"[",
    b"{",
    b": ",
    b"\r\n",
    "\u202e".encode(),
    "\u200b".encode(),
    b"#",
]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def swapped(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def doubled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one = chance.randrange(len(lines))
    return b"\n".join([*lines[: one + 1], *lines[one:]])


def odd(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(ODD) + data[at:]


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, swapped, doubled, odd, flipped)


def main() -> int:
    """Damages every record in every way, checks each whole project, and prints what came of it."""
    originals = {path.relative_to(ROOT): path.read_bytes() for path in sorted((ROOT / "facts").rglob("*.yml"))}
    table: dict[str, Counter[str]] = {way.__name__: Counter() for way in WAYS}
    wrong: list[str] = []
    for way in WAYS:
        for number in range(ROUNDS):
            chance = random.Random(f"{way.__name__} {number}")  # noqa: S311 a fixed seed is the point
            with tempfile.TemporaryDirectory() as folder:
                lines: dict[str, int] = {}
                for path, data in originals.items():
                    damaged = way(data, chance)
                    lines[path.as_posix()] = damaged.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
                    (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                    (Path(folder) / path).write_bytes(damaged)
                checked = check(Path(folder), today=TODAY)
            placed = {finding.place.path for finding in checked.findings if finding.severity == "error"}
            table[way.__name__].update(
                files=checked.ledger.seen, records=checked.ledger.records, broken=checked.ledger.broken
            )
            table[way.__name__].update(findings=len(checked.findings))
            if checked.ledger.unaccounted or len(placed) < checked.ledger.broken:
                wrong.append(f"{way.__name__} {number}: {checked.ledger}, {len(placed)} files with errors")
            for finding in checked.findings:
                if finding.place.line > lines.get(finding.place.path, 1) or not finding.message or not finding.help:
                    wrong.append(f"{way.__name__} {number}: {finding}")
    print(f"{'damage':10} {'files':>8} {'records':>8} {'broken':>8} {'findings':>9}")
    for name, row in table.items():
        print(f"{name:10} {row['files']:8,} {row['records']:8,} {row['broken']:8,} {row['findings']:9,}")
    print("\n".join(wrong[:20]) or "every file is accounted for, every finding has a place and a fix")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
