"""Measures what weighing costs a quote: figures found or declared, roots, standing, and lines that must hold.

The claims of `synthetic.py` are made in memory, each with three quotes from its article and its evidence, so that
10,000 claims have 30,000 quotes of about 15 words. Only `weigh_all` is timed: it reads every quote for its claim's
figures and `when`, and computes every figure's standing and every line of `must_hold`. Reading records, looking quotes
up in receipts and the rest of the book are not included. Every quote counts as read in its source.

The first round finds every cache empty, as `factpress check` does; the other column is the median of all rounds. The
second row is the part that reads quantities in the words, called alone on the same quotes in another process.

The last table has the processor time for one text and for it ten times over: numbers, dates and runs of digits that
could make a reader look ahead to the end. Ten times the text should take ten times the time, and memory should not grow
with it beyond what is read.

Nothing here passes or fails by the clock.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from time import process_time_ns
from typing import TypeVar

from measuring import machine, row, tell
from synthetic import files

from factpress.evidence.claim_weighing import weigh_all
from factpress.evidence.lookup import Key, Proof, pieces
from factpress.evidence.quantities import quantities
from factpress.reading.tree import RecordFile
from factpress.reading.validation import validate
from factpress.reading.yaml_events import parse
from factpress.records.claim import Claim
from factpress.records.date import parse_date
from factpress.records.entity import Entity
from factpress.records.record import Record
from factpress.records.source import Source

R = TypeVar("R", bound=Record)
KINDS = {"claims": "claim", "sources": "source", "entities": "entity"}
QUOTES = 3
LONG = {
    "ordinary sentences": "Three rockets hit two bases on Wednesday, 11 March, at 7.35 p.m., and 12 people were hurt. ",
    "ranges": "10 to ",
    "numbers in words": "two hundred and ",
    "days of a month": "March 16 and ",
    "bounds": "at least about ",
    "telephone numbers": "020 7946 0958 ",
    "digits and hyphens": "1-",
    "amounts in two units": "two years and three months and ",
    "units that vary": "a year, 2 months and 9 days, ",
    "signs of inches": '14 " ',
    "units in brackets": "35 (kg) ",
    "money": "£3 and 50 pence, ",
    "times of day": "at 10 a.m. on Tuesday ",
}
"""Texts to read over and over."""
TARGET = 100
"""Microseconds a quote that weighing may cost."""


@dataclass(frozen=True, slots=True)
class Made:
    """The records to weigh, and the proofs of their quotes."""

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    proofs: Mapping[Key, Proof]


def made(claims: int, *, seed: int) -> Made:
    """Returns the records of a synthetic project, without its files."""
    records = [record for path, text in files(claims, seed=seed) if (record := _record(path, text))]
    kept = {
        id: claim.model_copy(update={"evidence": claim.evidence[: QUOTES - len(claim.appears_in)]})
        for id, claim in _of(records, Claim).items()
    }
    proofs = {key: Proof("read", piece.source, piece.quote) for claim in kept.values() for key, piece in pieces(claim)}
    return Made(kept, _of(records, Source), _of(records, Entity), proofs)


def _record(path: str, text: str) -> Record | None:
    """Returns the record of a file under facts/, and `None` for any other file and for the site's own record."""
    _, *folders, name = path.split("/") if path.startswith("facts/") else ("", "")
    kind = KINDS.get(folders[0]) if folders else None
    if kind is None:
        return None
    file = RecordFile(path, kind, name.removesuffix(".yml"), "".join(folders[1:]), len(text))
    return validate(parse(text, path), file)[0]


def _of(records: list[Record], kind: type[R]) -> dict[str, R]:
    return {record.id: record for record in records if isinstance(record, kind)}


def weigh(book: Made) -> int:
    """Weighs every claim; returns the number of figures, so that all of them are computed."""
    weights = weigh_all(book.claims, book.sources, book.entities, book.proofs)
    return sum(len(weight.claim.figures) for weight in weights.values())


def read(book: Made) -> int:
    """Reads the quantities of every quote as weighing does; returns their number."""
    found = 0
    for claim in book.claims.values():
        for _, piece in pieces(claim):
            source = book.sources.get(piece.source)
            found += len(quantities(piece.quote, published=source.issued if source else None).said)
    return found


def timed(work: Callable[[Made], int], book: Made, rounds: int) -> list[float]:
    """Returns the microseconds a quote that each round took."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        # As in `pipeline.check`, where records only grow in number.
        gc.disable()
        start = process_time_ns()
        work(book)
        taken.append((process_time_ns() - start) / 1000 / max(1, len(book.proofs)))
        gc.enable()
    return taken


def growth(text: str, *, times: int = 200) -> tuple[float, float, float]:
    """Returns milliseconds for a text, for ten times the text, and the most memory in kilobytes while reading that."""
    taken = []
    for many in (times, 10 * times):
        rounds = []
        for _ in range(3):
            start = process_time_ns()
            quantities(text * many, published=parse_date("2020-03-27"))
            rounds.append((process_time_ns() - start) / 1_000_000)
        taken.append(min(rounds))
    tracemalloc.start()
    quantities(text * 10 * times, published=parse_date("2020-03-27"))
    most = tracemalloc.get_traced_memory()[1] / 1024
    tracemalloc.stop()
    return taken[0], taken[1], most


def growth_report(*, times: int) -> Iterator[str]:
    """Yields the table of texts and of ten times the texts."""
    yield f"**Long texts** (each {times:,} times over, and ten times that)"
    yield ""
    yield row(("ms", "once", "ten times", "ratio", "memory, KB a KB of text"))
    yield row(("---", "---:", "---:", "---:", "---:"))
    for name, text in LONG.items():
        once, ten, most = growth(text, times=times)
        yield row((name, f"{once:.3f}", f"{ten:.3f}", f"{ten / once:.1f}", f"{most / (len(text) * times / 102.4):.0f}"))
    yield ""


def report(claims: int, *, rounds: int, seed: int) -> Iterator[str]:
    """Yields the lines of the report."""
    tell(f"{claims:,} claims: making the records")
    book = made(claims, seed=seed)
    tell(f"{claims:,} claims: weighing {len(book.proofs):,} quotes")
    whole = timed(weigh, book, rounds)
    # In another process, so that its caches are empty too.
    arguments = ["--claims", str(claims), "--rounds", str(rounds), "--seed", str(seed), "--reading"]
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    reading = [float(word) for word in done.stdout.split()]
    figures = sum(len(claim.figures) for claim in book.claims.values())
    lines = sum(len(claim.must_hold) for claim in book.claims.values())
    words = sum(len(proof.quote.split()) for proof in book.proofs.values()) / len(book.proofs)
    yield (
        f"**Weighing** ({len(book.claims):,} claims, {len(book.proofs):,} quotes of {words:.0f} words,"
        f" {figures:,} figures, {lines:,} lines that must hold; {rounds} round{'' if rounds == 1 else 's'})"
    )
    yield ""
    yield row(("µs a quote", "first round", "median"))
    yield row(("---", "---:", "---:"))
    for name, taken in (("weighing", whole), ("of it, reading the words", reading)):
        yield row((name, f"{taken[0]:.1f}", f"{statistics.median(taken):.1f}"))
    yield row(("target", f"under {TARGET}", ""))
    yield ""


def main() -> None:
    """Prints what weighing costs."""
    parser = argparse.ArgumentParser(description="Measure what weighing costs for each quote.")
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--reading", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.reading:
        print(*timed(read, made(arguments.claims, seed=arguments.seed), arguments.rounds))
        return
    print(machine(), end="\n\n", flush=True)
    print("\n".join(report(arguments.claims, rounds=arguments.rounds, seed=arguments.seed)), flush=True)
    print("\n".join(growth_report(times=arguments.times)), flush=True)


if __name__ == "__main__":
    main()
