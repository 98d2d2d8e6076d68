"""Payloads in every field of prose: a browser's parser finds nothing active, with the policy off."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from commands import preview
from hostile.activity import active, beyond
from hostile.payloads import payloads
from hostile.prose_site import KINDS, PLAIN, write_labels, write_pages
from playwright.sync_api import Page

PAYLOADS = payloads(600)
LABELLED = ("404.html", "index.html", "claims/index.html", "tags/index.html", "tagged-0/index.html")


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_page_is_markup(kind: str, small: Path, scripted_page: Page) -> None:
    assert len(set(PAYLOADS)) == 600
    pages = write_pages(small, kind, PAYLOADS, together=5)
    assert [payload for _, held in pages[1:] for payload in held] == list(PAYLOADS)
    # Whatever the check finds, a preview shows the pages.
    preview(small)
    plain, *texts = [(small / f"site/{name}/index.html").read_text("utf-8") for name, _ in pages]
    expected = next(active(scripted_page, [plain]))
    assert expected["script"] > 3
    assert {pages[n + 1]: more for n, more in beyond(scripted_page, texts, expected).items()} == {}
    entries = json.loads((small / "site/search/search_index.json").read_text("utf-8"))["docs"]
    # The theme shows these words as HTML.
    shown = [" ".join([entry["title"], entry["text"], *entry.get("tags", [])]) for entry in entries]
    assert len(shown) > len(pages)
    assert {shown[n]: more for n, more in beyond(scripted_page, shown, Counter()).items()} == {}


def test_no_label_or_tag_is_markup(small: Path, scripted_page: Page) -> None:
    counted = []
    for labels in ([f"{PLAIN} {n}" for n in range(len(PAYLOADS))], PAYLOADS):
        write_labels(small, labels)
        preview(small)
        texts = [(small / "site" / page).read_text("utf-8") for page in LABELLED]
        counted.append(list(active(scripted_page, texts)))
    assert texts[LABELLED.index("tags/index.html")].count('<span class="md-tag">') > 0.9 * len(PAYLOADS)
    assert all(text.count("https://example.com/") >= len(PAYLOADS) for text in texts)
    found = zip(LABELLED, *counted, strict=True)
    assert {page: more for page, plain, hostile in found if (more := hostile - plain)} == {}
