"""The book: every reference leads somewhere or is told once, and no page takes another's place."""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from factpress import addresses
from factpress.book import Book, resolve
from factpress.evidence.claim_weighing import Weight, weigh_all
from factpress.evidence.tokens import VERSION
from factpress.findings import Place, Severity
from factpress.page_kinds import PAGE_KINDS, PageKind
from factpress.pipeline import Checked
from factpress.reading.tree import RecordFile
from factpress.reading.validation import validate
from factpress.reading.yaml_events import parse
from factpress.records.record import Record

KINDS = {"claims": "claim", "sources": "source", "entities": "entity"}
ENTITY = "name: Somebody\ntype: Organization\n"
SOURCE = "type: webpage\ntitle: A page\nissued: 2021-06-01\nroot: gazette\n"
CLAIM = "claim: The pier opened.\nevidence:\n  - source: page\n    quote: the pier was opened\n"


def record(path: str, text: str) -> Record:
    """The record of a file without faults."""
    *folders, name = path.removeprefix("facts/").split("/")
    kind = KINDS[folders[0]] if folders else "site"
    file = RecordFile(path, kind, name.removesuffix(".yml"), "".join(folders[1:]), len(text))
    made, faults = validate(parse(text, path), file)
    assert made is not None and faults == [], faults
    return made


def entity(id: str, more: str = "") -> Record:
    return record(f"facts/entities/{id}.yml", ENTITY + more)


def source(id: str, more: str = "") -> Record:
    return record(f"facts/sources/{id}.yml", SOURCE + more)


def claim(id: str, more: str = "", *, topic: str = "harbour") -> Record:
    return record(f"facts/claims/{topic}/{id}.yml", CLAIM + more)


HARBOUR = (entity("gazette"), source("page"), claim("pier"))


def unresolved(book: Book) -> list[tuple[str, str, str, str]]:
    return [
        (str(lost.record.at(*lost.reference.keys)), lost.reference.id, lost.why, lost.nearest)
        for lost in book.unresolved
    ]


def clashes(book: Book) -> list[tuple[str, str, str]]:
    return [(clash.address, str(clash.place), str(clash.owner or "the site")) for clash in book.clashes]


def test_every_record_knows_who_names_it() -> None:
    book = resolve(
        [
            *HARBOUR,
            entity("desk", "voice_of: gazette\npart_of: gazette\n"),
            claim(
                "ferry", 'when: 2021-05-30\nrests_on: [pier]\nbecause: "See [it](claim:pier)."\nabout: [desk, desk]\n'
            ),
            record("facts/site.yml", "format: 1\nname: x\narticles: [page]\n"),
        ]
    )
    assert book.unresolved == ()
    named = {
        each.id: [(mention.record.id, *mention.keys) for mention in book.mentioning(each)] for each in book.records()
    }
    assert named == {
        "site": [],
        "ferry": [],
        "pier": [("ferry", "rests_on", 0), ("ferry", "because")],
        "page": [("site", "articles", 0), ("ferry", "evidence", 0, "source"), ("pier", "evidence", 0, "source")],
        "desk": [("ferry", "about", 0), ("ferry", "about", 1)],
        "gazette": [("page", "root"), ("desk", "part_of"), ("desk", "voice_of")],
    }
    assert [each.id for each in book.claims_naming(book.entities["desk"])] == ["ferry"]
    assert [each.id for each in book.claims_naming(book.sources["page"])] == ["ferry", "pier"]


def test_a_withdrawn_claim_still_names_records_and_no_longer_stands() -> None:
    book = resolve([*HARBOUR, claim("ferry", "withdrawn: {date: 2021-06-02, why: It never sailed.}\n")])
    assert sorted(mention.record.id for mention in book.mentioning(book.sources["page"])) == ["ferry", "pier"]
    assert [each.id for each in book.claims_naming(book.sources["page"])] == ["pier"]
    assert "ferry" in book.claims


@pytest.mark.parametrize(
    ("more", "column", "told"),
    [
        pytest.param("about: [gazete]\n", 9, ("gazete", "unknown", "gazette"), id="a near id of the same kind"),
        pytest.param("about: [zzz]\n", 9, ("zzz", "unknown", ""), id="an id that is near to nothing"),
        pytest.param("about: [page]\n", 9, ("page", "unknown", ""), id="a source's id where an entity is named"),
        pytest.param("rests_on: [peir]\n", 12, ("peir", "unknown", "pier"), id="letters in another order"),
        pytest.param("about: [herald]\n", 9, ("herald", "renamed", "gazette"), id="a former id"),
        pytest.param(
            "must_hold: [when after peer.when]\n", 13, ("peer", "unknown", "pier"), id="a claim in a comparison"
        ),
        pytest.param('because: "See [it](claim:peer)."\n', 10, ("peer", "unknown", "pier"), id="a link in a text"),
        pytest.param('because: "See [it](entity:)."\n', 10, ("", "unknown", ""), id="a link to nothing"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_with_the_nearest_id(
    more: str, column: int, told: tuple[str, str, str]
) -> None:
    book = resolve([entity("gazette", "formerly: [herald]\n"), source("page"), claim("pier"), claim("ferry", more)])
    assert unresolved(book) == [(f"facts/claims/harbour/ferry.yml:5:{column}", *told)]


def test_a_reference_to_a_broken_record_is_no_second_finding() -> None:
    records = [source("page"), claim("pier", "rests_on: [ferry]\nabout: [ferry, zzz]\n")]
    broken = [("entity", "gazette"), ("claim", "ferry")]
    found = unresolved(resolve(records, broken=broken))
    assert [(id, why) for _, id, why, _ in found] == [("ferry", "unknown"), ("zzz", "unknown")]
    assert {place.partition(":")[2] for place, *_ in found} == {"6:9", "6:16"}


def test_where_a_whole_folder_could_not_be_read_nothing_of_its_kind_is_missing() -> None:
    records = [source("page"), claim("pier", "rests_on: [ferry]\nabout: [desk]\n")]
    found = unresolved(resolve(records, broken=[("entity", "")]))
    assert [(id, why) for _, id, why, _ in found] == [("ferry", "unknown")]


def test_an_id_in_use_is_not_a_former_one() -> None:
    book = resolve([*HARBOUR, entity("herald", "formerly: [gazette]\n")])
    assert book.renamed == {}
    assert unresolved(book) == []
    assert clashes(book) == [("entities/gazette/", "facts/entities/herald.yml:3:12", "facts/entities/gazette.yml:1:1")]


def test_a_former_id_of_one_kind_is_free_in_another() -> None:
    book = resolve([*HARBOUR, claim("ferry", "formerly: [gazette]\n")])
    assert book.clashes == ()
    assert book.renamed == {("claim", "gazette"): "ferry"}


@pytest.mark.parametrize(
    ("more", "clash"),
    [
        pytest.param(
            [claim("pier", topic="ferry")],
            ("claims/pier/", "facts/claims/harbour/pier.yml:1:1", "facts/claims/ferry/pier.yml:1:1"),
            id="one id in two topics",
        ),
        pytest.param(
            [claim("ferry", "formerly: [pier]\n")],
            ("claims/pier/", "facts/claims/harbour/ferry.yml:5:12", "facts/claims/harbour/pier.yml:1:1"),
            id="the former id of one is another's of today",
        ),
        pytest.param(
            [entity("a", "formerly: [x]\n"), entity("b", "formerly: [y, x]\n")],
            ("entities/x/", "facts/entities/b.yml:3:15", "facts/entities/a.yml:3:12"),
            id="two had one id before",
        ),
        pytest.param(
            [entity("a", "formerly: [a]\n")],
            ("entities/a/", "facts/entities/a.yml:3:12", "facts/entities/a.yml:1:1"),
            id="its own id of today",
        ),
    ],
)
def test_records_that_want_one_address(more: Iterable[Record], clash: tuple[str, str, str]) -> None:
    assert clashes(resolve([*HARBOUR, *more])) == [clash]


PIER = "facts/claims/harbour/pier.yml:1:1"


@pytest.mark.parametrize(
    ("document", "address", "owner"),
    [
        pytest.param("docs/claims/pier.md", "claims/pier/", PIER, id="a page against a record"),
        pytest.param("docs/claims/pier/index.md", "claims/pier/", PIER, id="a folder's page against a record"),
        pytest.param("docs/claims/pier/README.md", "claims/pier/", PIER, id="a folder's README against a record"),
        pytest.param("docs/claims/pier.markdown", "claims/pier/", PIER, id="another ending"),
        pytest.param("docs/claims/pier/index.html", "claims/pier/index.html", PIER, id="a file in a record's folder"),
        pytest.param("docs/Claims/PIER.md", "Claims/PIER/", PIER, id="capitals"),
        pytest.param("docs/claims/ｐier.md", "claims/ｐier/", PIER, id="a wide letter"),
        pytest.param("docs/claims.md", "claims/", "the site", id="a page against a list"),
        pytest.param("docs/sources/index.md", "sources/", "the site", id="a folder's page against a list"),
        pytest.param("docs/rules.md", "rules/", "the site", id="a page against the rules"),
        pytest.param("docs/claims/verdict/disputed.md", "claims/verdict/disputed/", "the site", id="a list of claims"),
        pytest.param("docs/claims/Page/2.md", "claims/Page/2/", "the site", id="a page of the list of claims"),
        pytest.param("docs/claims/year.md", "claims/year/", "the site", id="the folder of such lists"),
        pytest.param("docs/coverage/notes.md", "coverage/notes/", "the site", id="the folder of covered articles"),
        pytest.param("docs/claims/index.json", "claims/index.json", "the site", id="a file against the claims' index"),
        pytest.param("docs/assets/factpress.js", "assets/factpress.js", "the site", id="a file against our script"),
        pytest.param("docs/assets/factpress.css", "assets/factpress.css", "the site", id="a file against ours"),
        pytest.param("docs/assets/material.css", "assets/material.css", "the site", id="a file against our other"),
        pytest.param("docs/assets/material.js", "assets/material.js", "the site", id="a script against the theme's"),
        pytest.param("docs/Assets/factpreſs.css", "Assets/factpreſs.css", "the site", id="a long s in ours"),
        pytest.param("docs/sitemap.xml", "sitemap.xml", "the site", id="a file against the engine's"),
    ],
)
def test_a_document_takes_no_address_of_the_site(document: str, address: str, owner: str) -> None:
    book = resolve(HARBOUR, documents=["docs/index.md", document])
    assert clashes(book) == [(address, f"{document}:1:1", owner)]


@pytest.mark.parametrize(
    "kind", [kind for kind in PAGE_KINDS.values() if kind.has_one_page], ids=lambda kind: kind.name
)
def test_a_document_takes_no_address_of_a_kind_of_page(kind: PageKind) -> None:
    document = f"docs/{kind.address.rstrip('/')}.md"
    assert clashes(resolve(HARBOUR, documents=[document])) == [(kind.address, f"{document}:1:1", "the site")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("docs/a.md", "docs/a/index.md"),
        ("docs/a/README.md", "docs/a/index.md"),
        ("docs/STRASSE.md", "docs/straße.md"),
        ("docs/index.html", "docs/index.md"),
        ("docs/caf\u00e9.png", "docs/cafe\u0301.png"),
    ],
)
def test_two_documents_that_want_one_address(one: str, other: str) -> None:
    for documents in ([one, other], [other, one]):
        first, second = sorted(documents)
        (clash,) = resolve(HARBOUR, documents=documents).clashes
        assert (clash.place, clash.owner) == (Place(second), Place(first))


def test_documents_that_stand_apart_do_not_clash() -> None:
    documents = ["docs/index.md", "docs/pier.md", "docs/claims/harbour.md", "docs/assets/pier.css", "docs/myindex.html"]
    assert resolve(HARBOUR, documents=documents).clashes == ()


def test_folders_called_otherwise_than_docs_are_cut_off_too() -> None:
    assert addresses.of_document("site/prose/claims/pier.md", "site/prose") == "claims/pier/"


@pytest.mark.parametrize(
    ("address", "folder", "file", "under_docs"),
    [
        ("claims/pier/", "claims/pier/", "claims/pier.html", "claims/pier.md"),
        ("claims/", "claims/", "claims/index.html", "claims/index.md"),
        ("rules/", "rules/", "rules/index.html", "rules/index.md"),
        ("method/", "method/", "method/index.html", "method/index.md"),
        ("", "", "index.html", "index.md"),
    ],
)
def test_addresses_with_folders_and_without(address: str, folder: str, file: str, under_docs: str) -> None:
    assert addresses.url(address) == folder
    assert addresses.url(address, directory_urls=False) == file
    assert addresses.source_uri(address) == under_docs
    assert addresses.of_document(f"docs/{under_docs}", "docs") == address


def test_the_book_is_the_same_in_whatever_order_records_come() -> None:
    records = [
        *HARBOUR,
        claim("pier", topic="ferry"),
        claim("ferry", "about: [zzz]\nrests_on: [pier]\nformerly: [boat]\n"),
        entity("desk", "formerly: [gazette]\n"),
    ]
    documents = ["docs/a.md", "docs/a/index.md", "docs/claims/pier.md"]
    books = [
        resolve(order, documents=reversed(documents) if n % 2 else documents)
        for n, order in enumerate(itertools.islice(itertools.permutations(records), 0, 720, 31))
    ]
    assert len(books) > 20
    first = books[0]
    for book in books:
        assert list(book.claims) == ["ferry", "pier"]
        assert [each.path for each in book.records()] == [each.path for each in first.records()]
        assert (unresolved(book), clashes(book)) == (unresolved(first), clashes(first))
        assert {target: [(m.record.path, m.keys) for m in found] for target, found in book.mentions.items()} == {
            target: [(m.record.path, m.keys) for m in found] for target, found in first.mentions.items()
        }


def test_a_book_is_a_value() -> None:
    book = resolve(HARBOUR)
    with pytest.raises(AttributeError):
        book.site = None  # type: ignore[misc]
    with pytest.raises(TypeError):
        book.claims["x"] = book.claims["pier"]  # type: ignore[index]
    assert resolve([]).mentioning(book.claims["pier"]) == ()
    assert list(resolve([]).records()) == []


def resting(**steps: str) -> str:
    return "".join(
        f"# facts/claims/harbour/{id}.yml\n{CLAIM.replace('page', 'gazette-2021-05-30')}rests_on: [{on}]\n"
        for id, on in steps.items()
    )


def inside(**steps: str) -> str:
    return "".join(f"# facts/entities/{id}.yml\n{ENTITY}part_of: {whole}\n" for id, whole in steps.items())


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(resting(a="b", b=""), [], id="a row is no circle"),
        pytest.param(resting(a="a"), [("facts/claims/harbour/a.yml:5:12", "a → a")], id="a claim on itself"),
        pytest.param(resting(a="b", b="a"), [("facts/claims/harbour/a.yml:5:12", "a → b → a")], id="two claims"),
        pytest.param(
            resting(c="a", a="b", b="c"), [("facts/claims/harbour/a.yml:5:12", "a → b → c → a")], id="three claims"
        ),
        pytest.param(
            resting(a="b, c", b="", c="a"), [("facts/claims/harbour/a.yml:5:15", "a → c → a")], id="the second step"
        ),
        pytest.param(
            resting(a="b", b="a", c="d", d="c"),
            [("facts/claims/harbour/a.yml:5:12", "a → b → a"), ("facts/claims/harbour/c.yml:5:12", "c → d → c")],
            id="two circles",
        ),
        pytest.param(inside(a="b", b="a"), [("facts/entities/a.yml:3:10", "a → b → a")], id="a part of its part"),
        pytest.param(inside(a="a"), [("facts/entities/a.yml:3:10", "a → a")], id="a part of itself"),
    ],
)
def test_circles(files: str, found: list[tuple[str, str]], project: Callable[[str], Checked]) -> None:
    circles = [each for each in project(files).findings if each.name == "circle"]
    assert [(str(each.place), each.message.partition("circle: ")[2]) for each in circles] == found


def test_a_broken_record_gives_those_that_name_it_no_error(project: Callable[[str], Checked]) -> None:
    found = project("# facts/entities/harbour-gazette.yml\nname: [\n").findings
    assert [str(each.place) for each in found if each.severity is Severity.ERROR] == [
        "facts/entities/harbour-gazette.yml:2:1"
    ]


COUNTED = """
# facts/claims/harbour/guests.yml
claim: "At the pier's opening were 300 guests and 12 boats."
figures: {guests: 300, boats: 12}
evidence:
  - {source: gazette-2021-05-30, quote: "three hundred guests were there, and a dozen boats"}
must_hold: [guests > boats, guests < 301]
"""


def test_figures_weighed_and_comparisons_made_are_counted(project: Callable[[str], Checked]) -> None:
    names = ("quotes", "figures", "comparisons")
    assert [project("").performed[name] for name in names] == [1, 0, 0]
    checked = project(COUNTED)
    assert [checked.performed[name] for name in names] == [2, 2, 2]
    assert checked.missed == ""


@pytest.mark.parametrize(
    ("name", "missed"),
    [
        ("quotes", "1 of 2 quotes were looked up"),
        ("figures", "1 of 2 figures were weighed"),
        ("comparisons", "1 of 2 comparisons were made"),
    ],
)
def test_a_check_in_which_less_was_done_than_records_hold_fails(
    name: str, missed: str, project: Callable[[str], Checked]
) -> None:
    found = replace(project(COUNTED), findings=())
    assert not found.fails(strict=True)
    fewer = replace(found, performed={**found.performed, name: 1})
    assert fewer.missed == missed
    assert fewer.fails(strict=False)
    without = {key: count for key, count in found.performed.items() if key != name}
    assert replace(found, performed=without).fails(strict=False)


@pytest.mark.parametrize("lost", ["figures", "lines", "claims"])
def test_what_was_lost_in_weighing_is_missed(
    lost: str, project: Callable[[str], Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is counted is what was weighed, not what there was to weigh."""

    def weigh_some(*of: Any) -> Mapping[str, Weight]:
        weights = dict(weigh_all(*of))
        if lost == "claims":
            del weights["guests"]
        elif lost == "figures":
            weights["guests"] = replace(weights["guests"], figures={"guests": weights["guests"].figures["guests"]})
        else:
            weights["guests"] = replace(weights["guests"], lines=())
        return weights

    monkeypatch.setattr("factpress.book.weigh_all", weigh_some)
    assert "guests" in (checked := project(COUNTED)).book.claims
    assert replace(checked, findings=()).fails(strict=False)


def test_a_receipt_of_other_rules_of_comparison_covers_nothing(project: Callable[[str], Checked]) -> None:
    book = project("").book
    (receipt,) = book.receipts.values()
    read = book.sources[receipt.id]
    assert any(sentence.claims for sentence in book.coverage(read))
    other = receipt.model_copy(update={"tokeniser": VERSION + 1})
    other.placed(receipt.id, receipt.path)
    assert list(resolve(book.records(), receipts=[other]).coverage(read)) == []
