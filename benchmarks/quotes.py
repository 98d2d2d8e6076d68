"""Measures factpress beside PyPI's linkml-reference-validator: the same quotes, looked for in the same texts.

Both get two lists of quotes: the cases of `tests/evidence/cases.yml`, and a made-up report of 5,700 words with a quote
from each of its sentences, every other one altered by one word, one digit or one sign.

**Verdicts.** Whether a text has a quote is decided by the rules of factpress, in which case, signs and the ends of
sentences count. The peer promises less: it drops case and punctuation, reads `...` as a gap, ignores text in brackets,
and finds parts of words. What it accepts beyond our rules counts as wrongly accepted, and is shown by group.

**Times.** Of the peer we time `SupportingTextValidator.find_text_in_reference`, which its `validate` calls once it has
the reference, with its default configuration; nothing is fetched or loaded. It keeps each text as it normalised it, so
that each text is searched once before the clock starts. Of factpress we time `find` in a document that was read. Each
is called in a loop, in processes of its own interpreter that take turns, after one untimed pass over the whole list;
imports are not counted. A quote's time is the median of all rounds, and a row is the mean over its quotes. When the
peer refuses a quote, it always returns the nearest passage, for which factpress has a second function; so one row has
both. Reading a text (for the peer: normalising it) has its own row, and so has looking up a quote in the receipt of the
text, tokenising and hashing included; `factpress check` does no more than that.

Nothing here passes or fails by the clock.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from measuring import row, tell
from quote_lists import Quote, Text, cases, report

HERE = Path(__file__).parent
PEER = "linkml-reference-validator"
OURS = "factpress"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one tool answered, quote by quote, and the nanoseconds that it took; `reading` goes text by text.

    `helped` is finding a quote and, where that fails, what comes nearest; `receipts` and `looked_up` are what receipts
    answered, and in which time. The peer has no receipts.
    """

    found: tuple[bool, ...]
    finding: tuple[float, ...]
    helped: tuple[float, ...]
    reading: tuple[float, ...]
    receipts: tuple[bool, ...] = ()
    looked_up: tuple[float, ...] = ()


def answer(tool: str, texts: Sequence[Text]) -> Measured:
    """What one tool says of each quote and what it takes, measured in this process."""
    measure = {PEER: _peer, OURS: _factpress}[tool]
    measure(texts)
    return measure(texts)


def _factpress(texts: Sequence[Text]) -> Measured:
    from factpress.evidence.document import read_document
    from factpress.evidence.quotes import find, nearest
    from factpress.evidence.receipts import How, look_up, receipt_of

    def found_or_nearest(document: Any, words: str) -> object:
        return find(document, words) or nearest(document, words)

    found: list[bool] = []
    receipts: list[bool] = []
    times: dict[str, list[float]] = {"finding": [], "helped": [], "reading": [], "looked_up": []}
    how = How("full", "file", "2026-11-24", "text")
    for text in texts:
        words = [quote.words for quote in text.quotes]
        [document], took = _timed(lambda given: read_document(given.text, language=given.language), [text])
        times["reading"] += took
        places, took = _timed(partial(find, document), words)
        times["finding"] += took
        found += [place is not None for place in places]
        times["helped"] += _timed(partial(found_or_nearest, document), words)[1]
        held = {each: place for each, place in zip(words, places, strict=True) if place is not None}
        receipt = receipt_of(document, held, excuses=(), how=how, key=bytes(range(16)))
        entries, took = _timed(partial(look_up, receipt), words)
        times["looked_up"] += took
        receipts += [entry is not None for entry in entries]
    ordered = {name: tuple(values) for name, values in times.items()}
    return Measured(tuple(found), receipts=tuple(receipts), **ordered)


def _peer(texts: Sequence[Text]) -> Measured:
    # By name, since type checkers and our own environment know no such modules.
    models = importlib.import_module("linkml_reference_validator.models")
    validation = importlib.import_module("linkml_reference_validator.validation")
    validator = validation.SupportingTextValidator(models.ReferenceValidationConfig())
    found: list[bool] = []
    finding: list[float] = []
    reading: list[float] = []
    for text in texts:
        reference = models.ReferenceContent(reference_id="file:text.txt", content=text.text)
        reading += _timed(lambda given: validator.normalize_text(given.text), [text])[1]
        words = [quote.words for quote in text.quotes]
        matches, took = _timed(partial(validator.find_text_in_reference, reference=reference), words)
        found += [match.found for match in matches]
        finding += took
    return Measured(tuple(found), tuple(finding), tuple(finding), tuple(reading))


def _timed(function: Callable[[Any], Any], subjects: Sequence[Any]) -> tuple[list[Any], list[float]]:
    """What a function gives for each subject and how many nanoseconds it takes, after one call that is not counted."""
    function(subjects[0])
    given: list[Any] = []
    took: list[float] = []
    for subject in subjects:
        start = perf_counter_ns()
        result = function(subject)
        took.append(perf_counter_ns() - start)
        given.append(result)
    return given, took


def ask(tool: str, python: str, texts: Path, folder: Path) -> Measured:
    """What a tool answers in a process of its own interpreter; ends the benchmark where that fails."""
    command = [python, str(HERE / "quotes.py"), "--answer", tool, str(texts)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{done.stderr}\n{tool} ended with {done.returncode}")
    values: dict[str, list[Any]] = json.loads(done.stdout)
    return Measured(**{name: tuple(value) for name, value in values.items()})


def medians(rounds: Sequence[Measured]) -> Measured:
    """One measurement out of several: what was answered, and the median of each time."""
    times = {
        name: tuple(statistics.median(each) for each in zip(*(getattr(one, name) for one in rounds), strict=True))
        for name in ("finding", "helped", "reading", "looked_up")
    }
    return Measured(rounds[0].found, receipts=rounds[0].receipts, **times)


def part(measured: Measured, texts: slice, quotes: slice) -> Measured:
    """The measurement of some of the texts, with their quotes."""
    return Measured(
        measured.found[quotes],
        measured.finding[quotes],
        measured.helped[quotes],
        measured.reading[texts],
        measured.receipts[quotes],
        measured.looked_up[quotes],
    )


def table(quotes: Sequence[Quote], measured: Mapping[str, Measured]) -> Iterator[str]:
    """A table with both tools side by side, and below it by group what each got wrong."""
    held = [quote.held for quote in quotes]
    refused = [not each for each in held]
    yield row(["", PEER, OURS, "peer ÷ ours"])
    yield row(["---", "---:", "---:", "---:"])
    for name, expected in (("accepted", False), ("refused", True)):
        counts = {tool: _count(each.found, held, expected) for tool, each in measured.items()}
        cells = [f"{counts[tool]:,}" if tool in counts else "–" for tool in (PEER, OURS)]
        yield row([f"wrongly {name}, of {held.count(expected):,}", *cells, ""])
    yield _times("µs a quote", {tool: statistics.mean(each.finding) for tool, each in measured.items()})
    for name, chosen in (("holds", held), ("does not hold", refused)):
        yield _times(
            f"µs a quote that the text {name}", {tool: _mean(each.finding, chosen) for tool, each in measured.items()}
        )
    yield _times(
        "µs a quote, with the nearest where refused",
        {tool: statistics.mean(each.helped) for tool, each in measured.items()},
    )
    yield _times("µs to read a text", {tool: statistics.mean(each.reading) for tool, each in measured.items()})
    yield _times(
        "µs a quote, reading included",
        {tool: (sum(each.reading) + sum(each.finding)) / len(quotes) for tool, each in measured.items()},
    )
    ours = measured[OURS]
    yield _times("µs to look a quote up in a receipt", {OURS: statistics.mean(ours.looked_up)})
    differ = sum(a != b for a, b in zip(ours.receipts, held, strict=True))
    yield row([f"wrong answers of receipts, of {len(held):,}", "–", str(differ), ""])
    yield ""
    for tool, each in measured.items():
        for name, expected in (("accepted", False), ("refused", True)):
            groups = Counter(
                quote.group
                for quote, found in zip(quotes, each.found, strict=True)
                if quote.held is expected is not found
            )
            said = "; ".join(f"{group} {count}" for group, count in groups.most_common()) or "none"
            yield f"Wrongly {name} by {tool}: {said}."
            yield ""


def _count(found: Sequence[bool], held: Sequence[bool], expected: bool) -> int:
    return sum(answer is not expected for answer, right in zip(found, held, strict=True) if right is expected)


def _mean(values: Sequence[float], chosen: Sequence[bool]) -> float:
    return statistics.mean(value for value, counts in zip(values, chosen, strict=True) if counts)


def _times(name: str, taken: Mapping[str, float]) -> str:
    """A row of nanoseconds, shown as microseconds, and how many times as much the peer takes as ours."""
    cells = [f"{taken[tool] / 1000:,.1f}" if tool in taken else "–" for tool in (PEER, OURS)]
    return row([name, *cells, f"{taken[PEER] / taken[OURS]:.1f}" if PEER in taken else ""])


def peer_version(python: str) -> str:
    """The version of the peer that an interpreter has; empty where it has none, or where there is no interpreter."""
    # The packages must also be there to import, not only the peer's own name.
    code = (
        f"import importlib.metadata, linkml_reference_validator.validation; print(importlib.metadata.version('{PEER}'))"
    )
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, text=True)
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.strip()


def compare(peer: str, rounds: int) -> Iterator[str]:
    """Lines of the report: the machine, and a table for each list of quotes."""
    interpreters = {OURS: sys.executable}
    known = peer_version(peer)
    if known:
        interpreters = {PEER: peer, OURS: sys.executable}
    else:
        tell(f"{PEER} is not installed for {peer}: only {OURS} is measured")
    packages = ", ".join([f"{OURS} {version(OURS)}", *([f"{PEER} {known}"] if known else [])])
    yield (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()},"
        f" {packages}; {rounds} round{'' if rounds == 1 else 's'}"
    )
    yield ""
    lists = [list(cases()), [report()]]
    taken: dict[str, list[Measured]] = {tool: [] for tool in interpreters}
    with tempfile.TemporaryDirectory(prefix="factpress-bench-") as name:
        folder = Path(name)
        file = folder / "texts.json"
        file.write_text(json.dumps([_plain(text) for texts in lists for text in texts]), "utf-8")
        for number in range(1, rounds + 1):
            for tool, python in interpreters.items():
                tell(f"quotes, round {number} of {rounds}: {tool}")
                taken[tool].append(ask(tool, python, file, folder))
    whole = {tool: medians(each) for tool, each in taken.items()}
    first_text = first_quote = 0
    for texts in lists:
        quotes = [quote for text in texts for quote in text.quotes]
        spans = slice(first_text, first_text + len(texts)), slice(first_quote, first_quote + len(quotes))
        first_text, first_quote = spans[0].stop, spans[1].stop
        words = sum(len(text.text.split()) for text in texts)
        title = "The cases of tests/evidence" if len(texts) > 1 else "A made-up report"
        plural = "s" if len(texts) > 1 else ""
        yield f"**{title}** ({len(texts)} text{plural} of {words:,} words, {len(quotes):,} quotes)"
        yield ""
        yield from table(quotes, {tool: part(each, *spans) for tool, each in whole.items()})


def _plain(text: Text) -> dict[str, Any]:
    return {
        "text": text.text,
        "language": text.language,
        "quotes": [(quote.words, quote.group, quote.held) for quote in text.quotes],
    }


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=f"Measure factpress beside {PEER}, on the same quotes.")
    parser.add_argument("--peer", default=str(HERE.parent / ".venv-peer/bin/python"), help="an interpreter that has it")
    parser.add_argument("--rounds", type=int, default=5, help="how often each list is gone through; otherwise 5")
    parser.add_argument("--answer", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.answer:
        tool, file = arguments.answer
        texts = [
            Text(each["text"], each["language"], tuple(Quote(*quote) for quote in each["quotes"]))
            for each in json.loads(Path(file).read_text("utf-8"))
        ]
        measured = answer(tool, texts)
        print(json.dumps({name: getattr(measured, name) for name in Measured.__slots__}))
        return
    # Not `resolve`, which would lead from an environment's interpreter to the one that it was made from.
    peer = os.path.abspath(arguments.peer)  # noqa: PTH100
    print("\n".join(compare(peer, max(1, arguments.rounds))), flush=True)


if __name__ == "__main__":
    main()
