"""`factpress new`: each answer is checked at once, and nothing is ever overwritten."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factpress.cli.answers import Interview
from factpress.cli.drafts import SOUND, wrong_with
from factpress.cli.examples import BASE, lay
from factpress.cli.fields import FIELDS
from factpress.cli.ids import slug
from factpress.cli.main import group
from factpress.pipeline import check
from factpress.site.clock import today

SOURCE = ["--type", "webpage", "--title", "Ferry sinks", "--issued", "2021-06-03", "--root", "harbour-gazette"]
CLAIM = [
    "--topic", "harbour", "--claim", "Three people died on the ferry.", "--source", "gazette-2021-05-30",
    "--quote", "three people lost their lives on the ferry",
]  # fmt: skip


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    lay(BASE, tmp_path)
    return tmp_path


@pytest.fixture
def new(harbour: Path) -> Callable[..., Result]:
    def invoke(*arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(group, ["new", *arguments, "--project", str(harbour)], input=typed)

    return invoke


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def findings(folder: Path) -> set[str]:
    return {finding.name for finding in check(folder, today=today()).findings}


def test_a_claim_is_written_in_the_houses_style(harbour: Path, new: Callable[..., Result]) -> None:
    done = new(
        "claim", *CLAIM, "--when", "2021-06-02~", "--about", "harbour-gazette", "--figure", "killed=3",
        "--attributed-to", "the ferry's owner", "--gloss", 'Of "Anna": the ferry.',
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    path = "facts/claims/harbour/three-people-died-ferry.yml"
    assert done.output.startswith(f"wrote {path}\nnext: `factpress snapshot gazette-2021-05-30 --file FILE`")
    assert (harbour / path).read_text("utf-8") == (
        'claim: "Three people died on the ferry."\n'
        "when: 2021-06-02~\n"
        "about: [harbour-gazette]\n"
        "figures:\n"
        "  killed: 3\n"
        "evidence:\n"
        "  - source: gazette-2021-05-30\n"
        '    attributed_to: "the ferry\'s owner"\n'
        '    quote: "three people lost their lives on the ferry"\n'
        '    gloss: "Of \\"Anna\\": the ferry."\n'
    )
    assert findings(harbour) == {"unread-quote"}


def test_a_source_and_an_entity_are_written_in_the_houses_style(harbour: Path, new: Callable[..., Result]) -> None:
    assert new("entity", "--name", "Ann Doe", "--type", "Person", "--naming", "The mayor.").exit_code == 0
    done = new(
        "source", *SOURCE, "--author", "Doe, Ann", "--author", "AFP", "--container-title", "The Harbour: News",
        "--url", "https://example.com/a?b=1#c", "--language", "en", "--note", "Tab\tand e\u0301",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert (harbour / "facts/entities/ann-doe.yml").read_text("utf-8") == (
        'name: "Ann Doe"\ntype: Person\nnaming: "The mayor."\n'
    )
    assert (harbour / "facts/sources/the-harbour-news-2021-06-03.yml").read_text("utf-8") == (
        "type: webpage\n"
        'title: "Ferry sinks"\n'
        'container_title: "The Harbour: News"\n'
        'author: [{family: "Doe", given: "Ann"}, {literal: "AFP"}]\n'
        "issued: 2021-06-03\n"
        'url: "https://example.com/a?b=1#c"\n'
        "language: en\n"
        "root: harbour-gazette\n"
        'note: "Tab and é"\n'
    )
    assert findings(harbour) == {"unused-source", "unused-entity"}


@pytest.mark.parametrize("kind", ["claim", "source", "entity"])
def test_the_editors_schema_is_named_where_it_is(kind: str, harbour: Path, new: Callable[..., Result]) -> None:
    assert CliRunner().invoke(group, ["export", "schemas", str(harbour / "docs/schemas")]).exit_code == 0
    given = {"claim": CLAIM, "source": SOURCE, "entity": ["--name", "Ferry", "--type", "Event"]}[kind]
    done = new(kind, *given, "--id", "an-id")
    assert done.exit_code == 0, done.output
    path = next(harbour.rglob("an-id.yml"))
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert found and (path.parent / found[1]).resolve() == (harbour / f"docs/schemas/{kind}.json").resolve()


REFUSED = {
    "everything is missing from a claim": (["claim"], "missing: --claim, --topic, --source, --quote;"),
    "a quote without its source": (["claim", *CLAIM[:4], "--quote", "x"], "missing: --source;"),
    "an article without its words": (["claim", *CLAIM, "--article", "x"], "missing: --article-quote;"),
    "no date and no reason": (["source", *SOURCE[:4], *SOURCE[6:]], "missing: --issued or --undated;"),
    "a person without a reason": (["entity", "--name", "Ann Doe", "--type", "Person"], "missing: --naming;"),
    "a misspelt source": (
        ["claim", *CLAIM[:4], "--source", "gazete-2021-05-30", *CLAIM[6:]],
        "--source: there is no source `gazete-2021-05-30`; did you mean `gazette-2021-05-30`?",
    ),
    "a misspelt root": (
        ["source", *SOURCE[:-1], "harbor-gazette"],
        "--root: there is no entity `harbor-gazette`; did you mean `harbour-gazette`? or write it too with `--with",
    ),
    "a claim about nobody": (
        ["claim", *CLAIM, "--about", "zz"], "--about: there is no entity `zz`; write it first with `factpress new"
    ),
    "a path as an id": (["claim", *CLAIM, "--id", "../../x"], "`../../x` is not an id"),
    "a path as a topic": (["claim", "--topic", "../..", *CLAIM[2:]], "--topic: `../..` is not an id"),
    "a path as a root": (["source", *SOURCE[:-1], "../x", "--with-root", "X"], "--root: `../x` is not an id"),
    "an id that the site needs": (["claim", *CLAIM, "--id", "index"], "`index` is reserved for the site's own pages"),
    "an id of another topic's claim": (
        ["claim", *CLAIM, "--id", "pier-opened", "--topic", "ferries"],
        "facts/claims/harbour/pier-opened.yml already exists",
    ),
    "an id that is taken": (
        ["source", *SOURCE, "--id", "gazette-2021-05-30"], "facts/sources/gazette-2021-05-30.yml already exists"
    ),
    "an unreadable date": (["claim", *CLAIM, "--when", "2 June 2021"], "--when: `2 June 2021` is not a date"),
    "a figure without a name": (["claim", *CLAIM, "--figure", "3"], "--figure: `3` is not a figure with a name"),
    "an unreadable figure": (["claim", *CLAIM, "--figure", "killed=loads"], "--figure: "),
    "a quote that is too short": (["claim", *CLAIM[:6], "--quote", "three people"], "--quote: the quote has 2 words"),
    "a question": (["claim", "--topic", "harbour", "--claim", "Why?", *CLAIM[4:]], "--claim: "),
    "an unsafe address": (["source", *SOURCE, "--url", "javascript:alert(1)"], "only https and http are allowed"),
    "an invisible character": (["entity", "--name", "A\u200bB", "--type", "Place"], "--name: "),
    "an article that is not under check": (
        ["claim", *CLAIM, "--article", "gazette-2021-05-30", "--article-quote", "three people lost their lives there"],
        "--article: `gazette-2021-05-30` is not an article under check",
    ),
    "a date and a reason for none": (["source", *SOURCE, "--undated", "x"], "nothing was written"),
    "a title left empty": (["source", *SOURCE[:2], "--title", "", *SOURCE[4:]], "nothing was written"),
    "words without letters": (
        ["entity", "--name", "تاجي", "--type", "Place"], "no id can be made from these words; give one with --id"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_wrong_is_said_and_nothing_is_written(what: str, harbour: Path, new: Callable[..., Result]) -> None:
    arguments, said = REFUSED[what]
    before = files(harbour)
    done = new(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output and done.output.startswith("factpress: ")
    assert files(harbour) == before


def test_all_that_is_wrong_is_said_in_one_run(new: Callable[..., Result]) -> None:
    done = new("claim", "--topic", "A b", "--claim", "no end", "--source", "zz", "--quote", "two words")
    assert [line.split(":")[0].strip() for line in done.output.splitlines()[1:]] == [
        "--claim", "--topic", "--source", "--quote"
    ]  # fmt: skip


def test_a_broken_record_is_no_unknown_one_and_keeps_its_file(harbour: Path, new: Callable[..., Result]) -> None:
    broken = harbour / "facts/entities/harbour-office.yml"
    broken.write_text("name: [\n", "utf-8")
    assert new("source", *SOURCE[:-1], "harbour-office").exit_code == 0
    done = new("entity", "--name", "Harbour Office", "--type", "Organization")
    assert done.exit_code == 2 and "harbour-office.yml already exists" in done.output
    assert broken.read_text("utf-8") == "name: [\n"


def test_nothing_is_written_through_a_link(harbour: Path, new: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (harbour / "facts/claims/linked").symlink_to(tmp_path / "elsewhere")
    done = new("claim", *CLAIM[2:], "--topic", "linked")
    assert done.exit_code == 2 and "is not an ordinary folder" in done.output
    assert not list((tmp_path / "elsewhere").iterdir())


def test_the_root_is_written_too_where_it_is_named(harbour: Path, new: Callable[..., Result]) -> None:
    done = new("source", *SOURCE[:-2], "--with-root", "Radio Pier")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[:2] == [
        "wrote facts/entities/radio-pier.yml", "wrote facts/sources/radio-pier-2021-06-03.yml"
    ]  # fmt: skip
    assert findings(harbour) == {"unused-source"}
    again = new("source", *SOURCE[:-2], "--with-root", "Radio Pier", "--id", "another")
    assert again.exit_code == 0 and "entities" not in again.output


def test_a_claim_of_the_article_needs_no_evidence(harbour: Path, new: Callable[..., Result]) -> None:
    with (harbour / "facts/site.yml").open("a", encoding="utf-8") as file:
        file.write("articles: [gazette-2021-05-30]\n")
    article = ["--article", "gazette-2021-05-30", "--article-quote", "three people lost their lives there"]
    assert new("claim", *CLAIM[:4], *article).exit_code == 0
    assert findings(harbour) == {"unread-quote"}


def test_a_claim_is_asked_for_question_by_question(harbour: Path, new: Callable[..., Result]) -> None:
    typed = [
        "", "It is open", "The pier is open.", "Harbour", "harbour", "soon", "2021-05-30", "300", "guests=300", "",
        "gazette", "gazette-2021-05-30", "two words", "300 people came to the pier", "pier-opened", "",
    ]  # fmt: skip
    done = new("claim", "--ask", typed="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    for said in (
        "an answer is required",
        "the claim does not end with a full stop",
        "help: an id is lower-case words",
        "`soon` is not a date",
        "`300` is not a figure with a name",
        "there is no source `gazette`",
        "the quote has 2 words",
        "facts/claims/harbour/pier-opened.yml already exists",
        "> [pier-open] ",
        "wrote facts/claims/harbour/pier-open.yml",
    ):
        assert said in done.output
    assert (harbour / "facts/claims/harbour/pier-open.yml").read_text("utf-8") == (
        'claim: "The pier is open."\nwhen: 2021-05-30\nfigures:\n  guests: 300\nevidence:\n'
        '  - source: gazette-2021-05-30\n    quote: "300 people came to the pier"\n'
    )


def test_a_source_is_asked_for_with_its_root(harbour: Path, new: Callable[..., Result]) -> None:
    typed = [
        "radio-pier", "n", "radio-pier", "y", "Radio Pier",
        "example.com", "https://example.com/", "webpages", "webpage", "Ferry sinks", "", "Doe, Ann", "", "",
        "It gives no date.", "", "en", "",
    ]  # fmt: skip
    done = new("source", "--ask", typed="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "also write the entity `radio-pier`?" in done.output
    assert "did you mean `webpage`?" in done.output
    assert "facts/sources/radio-pier-ferry-sinks.yml" in files(harbour)
    assert findings(harbour) == {"unused-source"}


def test_a_person_is_asked_for_the_reason(harbour: Path, new: Callable[..., Result]) -> None:
    done = new("entity", "--ask", "--name", "Ann Doe", typed="Person\n\nThe mayor.\n\n\n")
    assert done.exit_code == 0, done.output
    assert "naming:" in done.output and "an answer is required" in done.output
    assert "facts/entities/ann-doe.yml" in files(harbour)


def test_an_option_that_is_wrong_is_asked_for_again(harbour: Path, new: Callable[..., Result]) -> None:
    done = new("claim", *CLAIM[:6], "--quote", "two words", "--ask", typed="\n\nthree people died on it that day\n\n")
    assert done.exit_code == 0, done.output
    assert "the quote has 2 words" in done.output
    assert "three people died on it that day" in next(harbour.rglob("three-*.yml")).read_text("utf-8")


def test_ending_the_questions_writes_nothing(harbour: Path, new: Callable[..., Result]) -> None:
    before = files(harbour)
    done = new("claim", "--ask", typed="The pier is open.\n")
    assert done.exit_code == 2 and done.output.endswith("factpress: nothing was written\n")
    assert files(harbour) == before


def test_what_is_wrong_with_a_whole_record_is_reported_with_its_place(
    harbour: Path, new: Callable[..., Result]
) -> None:
    done = new("claim", *CLAIM, "--where", "harbour-gazette")
    assert done.exit_code == 1
    assert "wrote facts/claims/harbour/three-people-died-ferry.yml" in done.output
    assert "three-people-died-ferry.yml:2:9: error F207" in done.output


ITEM: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-newspaper",
    "title": "Ferry sinks:\nthree dead",
    "container-title": "Harbour Gazette",
    "author": [
        {"family": "Beek", "given": "Ann", "non-dropping-particle": "van der"},
        {"literal": "AFP"},
    ],
    "issued": {"date-parts": [["2021", 6, "3"]]},
    "accessed": {"date-parts": [[2021, 7, 1]]},
    "volume": 12,
    "DOI": "10.1000/182",
    "ISBN": "978-0-00-000000-2",
    "URL": "https://example.com/ferry",
    "language": "en",
    "abstract": "Long.",
    "call-number": "X",
}


def zotero(folder: Path, *items: dict[str, Any]) -> str:
    path = folder / "export.json"
    path.write_text(json.dumps(list(items)), "utf-8")
    return str(path)


def test_a_zotero_item_becomes_a_source(harbour: Path, new: Callable[..., Result]) -> None:
    done = new("source", "--csl", zotero(harbour, ITEM), "--root", "harbour-gazette")
    assert done.exit_code == 0, done.output
    assert "left out: abstract, call-number, id\n" in done.output
    assert (harbour / "facts/sources/harbour-gazette-2021-06-03.yml").read_text("utf-8") == (
        "type: article-newspaper\n"
        'title: "Ferry sinks: three dead"\n'
        'container_title: "Harbour Gazette"\n'
        'author: [{family: "van der Beek", given: "Ann"}, {literal: "AFP"}]\n'
        'volume: "12"\n'
        'doi: "10.1000/182"\n'
        'isbn: "978-0-00-000000-2"\n'
        "issued: 2021-06-03\n"
        "accessed: 2021-07-01\n"
        "url: https://example.com/ferry\n"
        "language: en\n"
        "root: harbour-gazette\n"
    )


DATES = {
    "a year": ({"date-parts": [[2021]]}, "2021"),
    "a month": ({"date-parts": [["2021", "6"]]}, "2021-06"),
    "a span": ({"date-parts": [[2021, 6, 3], [2021, 6, 5]]}, "2021-06-03/2021-06-05"),
    "about a year": ({"date-parts": [[2021]], "circa": True}, "2021~"),
    "a season": ({"date-parts": [[2021]], "season": "2"}, "2021-22"),
    "raw text that is a date": ({"raw": "2021-06-03"}, "2021-06-03"),
}


@pytest.mark.parametrize("what", DATES)
def test_dates_of_zotero_become_edtf(what: str, harbour: Path, new: Callable[..., Result]) -> None:
    issued, wanted = DATES[what]
    done = new("source", "--csl", zotero(harbour, {**ITEM, "issued": issued}), "--root", "harbour-gazette", "--id", "x")
    assert done.exit_code == 0, done.output
    assert f"\nissued: {wanted}\n" in (harbour / "facts/sources/x.yml").read_text("utf-8")


CSL_FAILURES: dict[str, tuple[Any, list[str], str]] = {
    "another item": ([ITEM], ["--item", "b"], "contains no item `b`"),
    "no item": ([], [], "contains no items"),
}
OWN = ["--root", "harbour-gazette"]
CSL_LACKS: dict[str, tuple[dict[str, Any], list[str], str]] = {
    "no root": ({"container-title": "Another Gazette"}, [], "; missing: root"),
    "an unsafe address": ({"URL": "file:///etc/passwd"}, OWN, "left out: url: "),
    "an unknown type": ({"type": "blog"}, OWN, "left out: type: `blog`"),
    "a date in words": ({"issued": {"raw": "June"}}, OWN, "left out: issued: `June`"),
    "no date": ({"issued": {}}, OWN, "; missing: issued or undated"),
}


@pytest.mark.parametrize("what", CSL_FAILURES)
def test_a_zotero_item_that_is_not_there_is_said(what: str, harbour: Path, new: Callable[..., Result]) -> None:
    items, arguments, said = CSL_FAILURES[what]
    done = new("source", "--csl", zotero(harbour, *items), *arguments)
    assert done.exit_code == 2 and said in done.output, done.output


@pytest.mark.parametrize("what", CSL_LACKS)
def test_what_a_zotero_item_lacks_is_said_and_nothing_else_is_lost(
    what: str, harbour: Path, new: Callable[..., Result]
) -> None:
    other, arguments, said = CSL_LACKS[what]
    done = new("source", "--csl", zotero(harbour, {**ITEM, **other}), *arguments, "--id", "x")
    assert done.exit_code == ("URL" not in other) and said in done.output, done.output
    assert 'title: "Ferry sinks: three dead"\n' in (harbour / "facts/sources/x.yml").read_text("utf-8")


@pytest.mark.parametrize("data", [b"\xff", b"[" * 100_000, b"{", b"null"])
def test_a_file_that_is_no_csl_is_said_to_be_none(data: bytes, harbour: Path, new: Callable[..., Result]) -> None:
    (harbour / "export.json").write_bytes(data)
    done = new("source", "--csl", str(harbour / "export.json"), "--root", "harbour-gazette")
    assert done.exit_code == 2 and "CSL JSON" in done.output


def test_options_stand_above_the_file(harbour: Path, new: Callable[..., Result]) -> None:
    given = ["--title", "Another", "--author", "Ann", "--root", "harbour-gazette", "--id", "x"]
    assert new("source", "--csl", zotero(harbour, ITEM), *given).exit_code == 0
    text = (harbour / "facts/sources/x.yml").read_text("utf-8")
    assert 'title: "Another"\n' in text and 'author: [{literal: "Ann"}]\n' in text


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Türkiye's Łódź", "turkiyes-lodz"),
        ("Kata’ib  Hezbollah (KH)", "kataib-hezbollah-kh"),
        ("a " * 60, "-".join(["a"] * 40)),
        ("x" * 99, "x" * 80),
        ("بغداد", ""),
    ],
)
def test_ids_are_proposed_from_words(text: str, id: str) -> None:
    assert slug(text) == id


@pytest.mark.parametrize("kind", SOUND)
def test_the_record_that_answers_are_checked_in_is_sound(kind: Any, harbour: Path) -> None:
    assert wrong_with(harbour, kind, {}) == []


def test_every_field_is_described(harbour: Path) -> None:
    assert all(field.description for fields in FIELDS.values() for field in fields)
    assert {field.name for field in FIELDS["claim"]} >= {"topic", "claim", "source", "quote"}
    book = check(harbour, today=today()).book
    for kind in ("claim", "source", "entity"):
        interview = Interview(harbour, book, kind, asks=False)  # type: ignore[arg-type] # the three kinds
        assert any(interview.need(field, {}) == "required" for field in FIELDS[kind])


def test_without_facts_nothing_is_asked(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["new", "claim", "--ask", "--project", str(tmp_path)])
    assert done.exit_code == 2 and "there is no folder facts/" in done.output
