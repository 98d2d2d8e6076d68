"""What changed in a text since its receipt was taken, by sentences' numbers."""

from __future__ import annotations

import pytest
from proving import KEY

from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.records.source import Source
from factpress.sources.snapshot import Changes, changes, take

A = "The first sentence of this text is one of more than twelve tokens, so it has a checksum."
B = "A short one."
C = "The third sentence is as long as the first one was, and it has a checksum of its own."
D = "Two words."
E = "Last comes a sentence of some length again, so that all of it can be told apart."
F = "A sixth sentence is put in before it, and it is longer than twelve tokens as well."
G = "Right behind that one comes another, which nobody had written when the text was read."
Spans = tuple[tuple[int, int], ...]
SOURCE = Source.model_validate({"type": "book", "title": "x", "issued": "2021", "root": "x"})


@pytest.mark.parametrize(
    ("after", "gone", "new", "unsure"),
    [
        pytest.param([A, B, C, D, E], (), (), (), id="nothing"),
        pytest.param([A, B, C.replace("third", "next"), D, E], ((3, 3),), ((3, 3),), (), id="a long one"),
        pytest.param([A, "Some short one.", C, D, E], (), (), ((2, 2), (4, 4)), id="a short one of the same length"),
        pytest.param([A, "No.", C, D, E], (), ((2, 2),), ((2, 2),), id="a short one of another length"),
        pytest.param([A, B, C, D], ((5, 5),), (), (), id="the last is gone"),
        pytest.param([A, B, C, D, C.replace("third", "new"), E], (), ((5, 5),), (), id="one is new"),
        pytest.param([A, B, C, D, F, G, E], (), ((5, 6),), (), id="two are new"),
        pytest.param([E, A, B, C, D], ((5, 5),), ((1, 1),), (), id="one was moved"),
        pytest.param([B], ((1, 1), (3, 3), (5, 5)), (), ((4, 4),), id="little is left"),
    ],
)
def test_changes(
    after: list[str],
    gone: tuple[tuple[int, int], ...],
    new: tuple[tuple[int, int], ...],
    unsure: tuple[tuple[int, int], ...],
) -> None:
    how = How("full", "file", "2026-11-24", "text")
    receipt = take(SOURCE, [], read_document(" ".join([A, B, C, D, E])), how=how, key=KEY).receipt
    found = changes(receipt, read_document(" ".join(after)))
    assert found == Changes(gone, new, unsure)
    assert bool(found) == (after != [A, B, C, D, E])
