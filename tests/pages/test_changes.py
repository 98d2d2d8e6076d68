"""Every change of the records by day, on the page of corrections and in a line at home, from real repositories."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from histories import History, published
from one_page import render_page
from pages.boats import said
from selectolax.lexbor import LexborHTMLParser

from factpress.changes.change import Change
from factpress.changes.history import Event
from factpress.changes.history import History as Past
from factpress.pages.additions import additions
from factpress.pages.changes import MOST_A_DAY, MOST_CHANGES, MOST_DAYS, changes_of
from factpress.pages.links import with_links
from factpress.pipeline import book_of, history
from factpress.records.date import parse_date
from factpress.rules import RULES

CLAIM, SOURCE = "facts/claims/harbour/pier-opened.yml", "facts/sources/gazette-2021-05-30.yml"
EXCUSE = 'no_claim:\n  - {sentence: 1, begins: "It was a fine day", why: "the weather"}\n'


@pytest.fixture
def project(tmp_path: Path) -> History:
    return published(tmp_path / "project", "# docs/index.md\n# Home\n")


def page(folder: Path) -> LexborHTMLParser:
    _, book = book_of(folder)
    past = history(folder, book)
    return LexborHTMLParser(render_page("corrections/", with_links(book), rules=RULES, history=past).html)


def test_changes_of_all_kinds_of_records_are_told_by_day(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    project.append(SOURCE, EXCUSE)
    project.commit()
    project.edit(CLAIM, "when: 2021-05\n", "when: 2021-05\nformerly: [pier]\n")
    project.commit()
    changes = page(project.folder)
    (day,) = changes.css("h2#changes ~ dl > dt")
    assert said(day) == "24 November 2026"
    summary = said(changes.css_first("details > summary"))
    assert summary.startswith("1 claim changed (") and "when" in summary
    assert "; 1 claim is new; 1 source changed (sentence without a claim); " in summary
    told = [said(each) for each in changes.css("details li li")]
    assert "when: was “2021-05-29”, now “2021-05”" in told and "formerly: new: “pier”" in told
    # The words of a source that once were in a record are not shown.
    assert "fine day" not in changes.text()


def test_home_has_the_newest_day_in_a_line(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    project.commit()
    _, book = book_of(project.folder)
    (added,) = additions(book.pages["index"], with_links(book), history(project.folder, book)).blocks
    line = said(LexborHTMLParser(added.html).css_first("section p"))
    assert line.startswith("24 November 2026: 1 claim changed (when); 1 claim is new; ")
    assert line.endswith(". No correction so far.")


def test_a_withdrawn_record_says_nothing_of_what_it_said(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "because: 'A secret.'\nwhen: 2021-05-29")
    project.commit()
    project.append(CLAIM, 'withdrawn: {date: 2026-11-24, why: "It was wrong."}\n')
    project.commit()
    changes = page(project.folder)
    assert "Withdrawn claim: pier-opened was withdrawn" in [said(each) for each in changes.css("details li")]
    assert "secret" not in changes.text()


def test_a_shallow_clone_says_that_it_knows_no_changes(tmp_path: Path) -> None:
    whole = published(tmp_path / "whole")
    whole.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    whole.commit()
    whole.git("clone", "--quiet", "--depth", "1", f"file://{whole.folder}", str(tmp_path / "shallow"))
    changes = page(tmp_path / "shallow")
    assert "as in a shallow clone" in said(changes.css_first("h2#changes + p")) and changes.css("details") == []


def test_many_changes_are_counted_and_not_all_shown(project: History) -> None:
    _, book = book_of(project.folder)
    changed = tuple(Change(("figures", f"f{n}"), "1", "2") for n in range(MOST_CHANGES + 3))
    days = [f"{2000 + n}-01-01" for n in range(MOST_DAYS + 2)]
    events = [Event(parse_date(day), "changed", changed) for day in reversed(days)]
    busy = [replace(events[0])] * (MOST_A_DAY + 4)
    found = changes_of(with_links(book), Past({"pier-opened": [*busy, *events[1:]]}))
    assert (len(found.days), found.earlier) == (MOST_DAYS, "Two earlier days")
    assert found.days[0].day == f"1 January {2000 + MOST_DAYS + 1}"
    assert (len(found.days[0].records), found.days[0].more) == (MOST_A_DAY, "Four further changes")
    assert (len(found.days[0].records[0].changes), found.days[0].records[0].more) == (
        MOST_CHANGES,
        "Three further changes",
    )


def test_changes_of_drafts_and_unknown_records_are_not_told(project: History) -> None:
    _, book = book_of(project.folder)
    past = Past({"no-such-claim": [Event(parse_date("2021-01-01"), "added")]})
    assert changes_of(with_links(book), past).days == []
