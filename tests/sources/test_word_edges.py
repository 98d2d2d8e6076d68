"""A segmenter says whether a quote seems to cut a word, in scripts without spaces."""

from __future__ import annotations

import pytest

from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.sources.word_edges import cut_words


@pytest.mark.parametrize(
    ("language", "text", "quote", "edges"),
    [
        ("ja", "市長は昨日、図書館の前で新しい橋を公開した。", "図書館の前で新しい橋", ()),
        ("ja", "市長は昨日、図書館の前で新しい橋を公開した。", "書館の前で新しい橋", ("begins",)),
        ("ja", "市長は昨日、図書館の前で新しい橋を公開した。", "前で新しい橋を公", ("ends",)),
        ("zh-Hans", "市长昨天在图书馆门前宣布大桥开放。", "在图书馆门前宣布大", ("ends",)),
        ("xx", "市长昨天在图书馆门前宣布大桥开放。", "在图书馆门前宣布大", ()),
        ("en", "The mayor opened the bridge.", "mayor opened the", ()),
    ],
)
def test_an_edge_inside_a_word_is_told(language: str, text: str, quote: str, edges: tuple[str, ...]) -> None:
    document = read_document(text, language=language)
    found = find(document, quote)
    assert found is not None
    assert cut_words(document, found, language) == edges
