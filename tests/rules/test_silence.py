"""A sentence that calls a source silent needs a claim that shows it; a sentence that does not call it so needs none."""

from pathlib import Path

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.records.date import parse_date

CALLED_SILENT = (
    "[The Gazette](source:gazette-2021-05-30) says nothing of the mayor.",
    "[The Gazette](source:gazette-2021-05-30) is silent about the mayor.",
    "The mayor, whom [the Gazette](source:gazette-2021-05-30) doesn’t mention, was there.",
    "It was late. [The Gazette](source:gazette-2021-05-30) does not even say so.",
    "[The Gazette](source:gazette-2021-05-30) made no mention of [the pier](claim:plain).",
    "The mayor was there, which [the Gazette](source:gazette-2021-05-30) left out.",
)
NOT_CALLED_SILENT = (
    "[The Gazette](source:gazette-2021-05-30) does not mention [the mayor](claim:pier-opened).",
    "[The Gazette](source:gazette-2021-05-30) saw it. The mayor said nothing.",
    "The mayor said nothing. [The Gazette](source:gazette-2021-05-30) saw it.",
    "The article does not mention the mayor.",
    "[The Gazette](source:gazette-2021-05-30) says nothing but that.",
    "[The Gazette](source:gazette-2021-05-30) says that it was silent there before.",
)
RECORDS = """
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
evidence: [{source: gazette-2021-05-30, quote: "the north pier was opened to the public on Saturday"}]
not_said: [{source: gazette-2021-05-30, words: "the mayor opened the pier"}]
because: "[The Gazette](source:gazette-2021-05-30) does not mention it."
# facts/claims/harbour/plain.yml
claim: "The north pier opened on Saturday."
evidence: [{source: gazette-2021-05-30, quote: "the north pier was opened to the public on Saturday"}]
because: "[The Gazette](source:gazette-2021-05-30) does not mention it."
"""


def test_sentences_that_call_a_source_silent_are_told_at_their_links(tmp_path: Path) -> None:
    blocks = [*CALLED_SILENT, "- [It](claim:pier-opened)", *NOT_CALLED_SILENT]
    lay(RECORDS + "# docs/index.md\n" + "\n\n".join(blocks) + "\n", tmp_path)
    found = [each for each in check(tmp_path, today=parse_date("2026-11-24")).findings if each.code == "F318"]
    places = [(each.place.path, each.place.line, each.place.column) for each in found]
    assert places == [
        *(("docs/index.md", 2 * n + 1, each.index("source:") + 1) for n, each in enumerate(CALLED_SILENT)),
        ("facts/claims/harbour/plain.yml", 3, 10),
    ]
    assert found[0].message == "`says nothing` is said of `gazette-2021-05-30`, and no claim shows it"
