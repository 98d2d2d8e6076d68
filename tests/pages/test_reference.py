"""The reference pages say what models and docstrings say: no field, rule or example is left out or invented."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import yaml
from pages.boats import Laid, page, read_book
from pydantic import TypeAdapter
from selectolax.lexbor import LexborHTMLParser

from factpress.pages import reference
from factpress.pages.rulebook import FAMILIES, Rulebook
from factpress.pages.spans import spans
from factpress.pages.views.rules import family_entry
from factpress.reading.validation import MODELS
from factpress.records.record import LastingRecord
from factpress.records.site import VERDICTS
from factpress.rules import RULES

KINDS = [model.kind() for model, _, _ in reference.PLACES]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    book = read_book(tmp_path_factory.mktemp("project"), "", {})
    return {address: page(book, address) for address in ("records/", "rules/")}


def described(page: LexborHTMLParser, anchor: str) -> str:
    """What the page says of a field, in one line."""
    term = page.css_first(f'dt[id="{anchor}"]')
    assert term is not None and term.next is not None, anchor
    about = term.next if term.next.tag == "dd" else term.next.next
    assert about is not None
    return " ".join(about.text().split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_is_described_at_its_anchor(kind: str, pages: dict[str, LexborHTMLParser]) -> None:
    for name, field in MODELS[kind].model_fields.items():
        said = described(pages["records/"], reference.anchor(kind, name))
        assert (field.description or "").replace("`", "") in said
        assert said.endswith("; required") == field.is_required()


def test_the_anchors_of_fields_of_several_kinds_stand_in_each_section(pages: dict[str, LexborHTMLParser]) -> None:
    for kind in KINDS:
        for name in set(LastingRecord.model_fields) & set(MODELS[kind].model_fields):
            link = pages["records/"].css_first(f'a[id="{kind}-{name}"]')
            assert link is not None and link.attributes["href"] == f"#record-{name}"


CASES = {
    "a required text": ("claim-claim", "text; required"),
    "one of two": ("claim-evidence", "with the fields of evidence; required unless there is appears_in"),
    "a date": ("claim-when", "date, or a span of dates"),
    "ids of entities": ("claim-where", "list of ids of entities"),
    "ids of claims": ("claim-rests_on", "list of ids of claims"),
    "figures": ("claim-figures", "mapping of figures"),
    "a choice with a default": (
        "claim-evidence-stance",
        "one of supports, disputes or context; if left out: supports",
    ),
    "a day": ("source-accessed", "day"),
    "a list of texts": ("entity-alternate_name", "list of texts"),
    "a mapping": ("entity-geo", "mapping, with the fields of geo"),
    "within a mapping": ("entity-geo-latitude", "degrees; required"),
    "a percentage with a default": ("site-budgets-article_share", "percentage; if left out: 50 %"),
    "a whole number with a default": ("site-reviewers-verdict_change", "whole number; if left out: 2"),
    "a constant": ("site-format", "always 1; required"),
    "a list with a default": ("site-verdicts", f"if left out: {', '.join(each.name for each in VERDICTS)}"),
    "choices with a default": ("site-verdicts-needs", "each one of because or instead; if left out: because"),
    "a field of several kinds": ("record-allow-because", "text"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_may_stand_in_a_field_is_said_in_words(case: str, pages: dict[str, LexborHTMLParser]) -> None:
    anchor, words = CASES[case]
    assert described(pages["records/"], anchor).endswith(words)


def test_keys_of_a_record_lead_to_the_anchor_of_their_field() -> None:
    assert reference.anchor("claim", "evidence", 0, "quote") == "claim-evidence-quote"
    assert reference.anchor("source", "allow", 1, "code") == "record-allow-code"
    assert reference.anchor("entity") == "entity"


def test_ids_are_said_to_be_of_what_records_refer_to(project: Callable[[str], Laid]) -> None:
    everything = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/entities/north-pier.yml
name: North Pier
type: Organization
part_of: harbour-gazette
voice_of: harbour-gazette
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
where: [north-pier]
about: [north-pier]
said_by: north-pier
rests_on: [pier-planned]
replies: [{party: north-pier, asked: 2021-06-01, how: "by letter", answer: none}]
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
    found: dict[str, str] = {}
    for record in project(everything).book.records():
        for each in record.references():
            name = next(key for key in reversed(each.keys) if isinstance(key, str))
            assert found.setdefault(name, each.kind) == each.kind
    leads = {name: one.split()[-1] for name, (one, _) in reference.LEADS.items()}
    assert found == leads


@pytest.mark.parametrize("kind", reference.KINDS, ids=lambda kind: kind.one)
def test_values_that_are_given_as_examples_can_be_read(kind: reference.Kind) -> None:
    for example in kind.examples:
        value = yaml.load(example, yaml.BaseLoader) if example.startswith("{") else example  # noqa: S506 text alone
        assert TypeAdapter(kind.type).validate_python(value) is not None


def test_every_rule_stands_in_its_family_with_its_level_and_examples(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["rules/"]
    headings = [node.text() for node in page.css("h3")]
    assert headings == [f"{rule.code} {rule.name}" for rule in RULES]
    assert [node.text() for node in page.css("pre")] == [rule.example(n) for rule in RULES for n in ("Bad", "Good")]
    families = [node.attributes["id"] for node in page.css("h2")]
    assert families == sorted({rule.code[:2].lower() for rule in RULES})
    levels = [node.text() for node in page.css("p.fp-status")]
    assert [level.split(":")[0].lower() for level in levels] == [rule.severity for rule in RULES]
    targets = {node.attributes["href"] for node in page.css("a")}
    assert targets == {f"#{id}" for id in [*families, *(rule.code.lower() for rule in RULES)]}


def test_every_family_has_a_title_and_every_module_says_what_it_is_about() -> None:
    rulebook = Rulebook(RULES)
    assert {rule.code[:2] for rule in RULES} <= set(FAMILIES)
    for family in rulebook.families:
        for about, _ in family_entry(family).abouts:
            text = "".join(piece for _, piece in about)
            assert text.endswith(".") and not re.match(r"F\d", text), text


def test_backticks_come_in_pairs_wherever_pages_show_code() -> None:
    texts = [rule.text for rule in RULES]
    texts += [field.description or "" for model in MODELS.values() for field in model.model_fields.values()]
    assert [text for text in texts if text.count("`") % 2 or "``" in text] == []


def test_words_in_backticks_are_code_and_nothing_is_markup(pages: dict[str, LexborHTMLParser]) -> None:
    assert spans("a `<b>` c") == [(False, "a "), (True, "<b>"), (False, " c")]
    for address in ("records/", "rules/"):
        page = pages[address]
        assert page.body is not None
        assert [node.text() for node in page.css("h2, h3, p, li, dt, dd") if "`" in node.text()] == []
        assert {node.tag for node in page.css("h1 *, h2 *, h3 *, p *, li *, dt *, dd *")} <= {
            "a",
            "br",
            "code",
            "span",
            "strong",
        }
