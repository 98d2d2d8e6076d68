"""No sentence of a source stands in the project beyond its quotes: receipts know the sentences, and hold none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from factpress.evidence.document import read_document
from factpress.evidence.receipts import checksum
from factpress.records.receipt import MANY_TOKENS, Receipt, parse_receipt

ROOT = Path(__file__).parent.parent
RECEIPTS = sorted((ROOT / "facts/receipts").glob("*.json"))
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def values(data: Any) -> Iterator[str]:
    """Every text of a record but its quotes, and the titles that sources are cited by."""
    if isinstance(data, dict):
        yield from (text for key, value in data.items() if key not in {"quote", "title"} for text in values(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in values(value))
    elif data:
        yield str(data)


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the project that readers may see, by its file."""
    for path in sorted((ROOT / "facts").rglob("*.yml")):
        for text in values(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)):  # noqa: S506 every scalar is text
            yield path.name, text
    for path in [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]:
        yield path.name, _LINK.sub(r"\1", path.read_text("utf-8"))


def sentences(text: str) -> Iterator[tuple[str, ...]]:
    """The sentences of a text that are long enough to have a checksum."""
    document = read_document(text)
    for number, sentence in enumerate(document.sentences, 1):
        if sentence.length >= MANY_TOKENS:
            yield document.sentence_tokens(number)


def copied(receipt: Receipt, ours: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Which of our sentences are the source's."""
    held = {entry.hash for entry in receipt.sentences if entry.hash}
    return [f"{name}: {' '.join(run)}" for name, run in ours if checksum(receipt.key_bytes, run) in held]


@pytest.fixture(scope="module")
def ours() -> list[tuple[str, tuple[str, ...]]]:
    return [(name, run) for name, text in texts() for run in sentences(text)]


def test_no_sentence_of_a_source_is_ours(ours: list[tuple[str, tuple[str, ...]]]) -> None:
    assert len(ours) > 200 and len(RECEIPTS) > 45
    assert [found for path in RECEIPTS for found in copied(parse_receipt(path.read_text("utf-8")), ours)] == []


def test_a_copied_sentence_would_be_seen() -> None:
    from proving import KEY

    from factpress.evidence.receipts import How, receipt_of

    text = "This is a sentence of some length, which somebody might copy from a page into a note of ours."
    receipt = receipt_of(read_document(text), {}, excuses=[], how=How("full", "file", "2026-11-24", "text"), key=KEY)
    assert copied(receipt, [("x.yml", run) for run in sentences(f"A note. {text}")])
    assert not copied(receipt, [("x.yml", run) for run in sentences(f"A note. {text.replace('might', 'may')}")])
