"""A diff in words: what a record says can be no heading, link, mention or markup of a summary."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from changes.harbour import CLAIM, changed
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from factpress.changes.change import Change, Diff, RecordChange, Suspect
from factpress.reports.diffs import FORMATS, NO_CHANGE, as_json, markdown, text

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "](https://example.org) [x",
    "\n# Heading\n\n- item",
    "```\n</details>\n```",
    "`code` **bold** _em_ ~~gone~~ <https://example.org>",
    "@ann see #12 and https://example.org or www.example.org",
    "| a | b |\n|---|---|",
    "&lt;script&gt; &#60;b&#62;",
    "::error::forged",
    "##[error]forged ##[add-mask]x",
    "\u202eabc\u2066\x1b[31m",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_value_stays_a_value(words: str) -> None:
    change = Change(("comparison", words), words, words)
    suspect = Suspect("page", words, words, (words,))
    record = RecordChange("claim", words, words, "renamed", (change,), words)
    diff = Diff((record,), (suspect,), (words,), (("entity", words),))
    shown = markdown(diff)
    page = LexborHTMLParser(Markdown().convert(shown))
    tags = {node.tag for node in page.css("body *")}
    assert tags == {"h2", "p", "strong", "ul", "li"}, shown
    assert len(page.css("h2, li")) == 5
    assert not set(shown.replace("**", "").replace("&#", "").removeprefix("##")) & set("<>[]`@#|*_\u202e\u2066\x1b")
    assert "://" not in shown and "www." not in shown
    for form in FORMATS.values():
        assert not any(line.strip().startswith("::") or "##[" in line for line in form(diff).split("\n"))
    assert not any(line.startswith("#") for line in text(diff).split("\n"))
    assert not set(text(diff)) & {"\u202e", "\u2066", "\x1b"}


def test_nothing_is_said_in_one_sentence() -> None:
    assert text(Diff()) == f"{NO_CHANGE}\n" == "No change in meaning.\n"
    assert markdown(Diff()).endswith(f"\n\n{NO_CHANGE}\n")
    assert json.loads(as_json(Diff()))["changed"] is False


def test_the_same_change_in_every_form(tmp_path: Path) -> None:
    diff = changed(tmp_path, CLAIM, CLAIM.replace("when: 2021-05-29", "when: 2021-05"))
    words = "when: was “2021-05-29”, now “2021-05”"
    assert text(diff).split("\n")[:4] == [
        "1 record changed.",
        "",
        "claim pier-opened changed (facts/claims/harbour/pier-opened.yml)",
        f"  {words}",
    ]
    assert html.unescape(markdown(diff)).split("\n")[2:7] == [
        "1 record changed.",
        "",
        "**claim pier-opened changed (facts/claims/harbour/pier-opened.yml)**",
        "",
        f"- {words}",
    ]
    whole = json.loads(as_json(diff))
    assert whole["records"] == [
        {
            "kind": "claim",
            "id": "pier-opened",
            "was_id": None,
            "path": "facts/claims/harbour/pier-opened.yml",
            "how": "changed",
            "changes": [{"keys": ["when"], "was": "2021-05-29", "now": "2021-05", "words": words}],
        }
    ]
    assert whole["pages"] == ["claims/pier-opened/", "sources/gazette-2021-05-30/"]


def test_long_words_are_cut_for_readers_and_kept_for_machines() -> None:
    long = "word " * 500
    diff = Diff((RecordChange("claim", "a", "a.yml", "changed", (Change(("claim",), None, long),)),))
    assert len(text(diff)) < 600 and "…" in text(diff)
    assert json.loads(as_json(diff))["records"][0]["changes"][0]["now"] == long


def test_a_summary_stays_below_what_github_takes() -> None:
    records = (
        RecordChange("page", f"p{n}", f"docs/{n}.md", "changed", (Change(("words",), "«" * 300, None),))
        for n in range(3000)
    )
    diff = Diff(tuple(records))
    shown = markdown(diff).splitlines()
    assert len(markdown(diff).encode()) < 1 << 20
    left = re.fullmatch(r"([\d,]+) more lines not shown here; `factpress diff` in a terminal has all\.", shown[-1])
    assert left and int(left[1].replace(",", "")) + len(shown) - 2 == 3 + 3000 * 4
    assert "not shown" not in text(diff) and text(diff).count("removed") == 3000


def test_all_forms_end_in_one_line_break() -> None:
    for form in FORMATS.values():
        assert form(Diff()).endswith("\n") and not form(Diff()).endswith("\n\n")
