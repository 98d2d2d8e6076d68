"""Changes of the small project that rules' examples stand on, told in words."""

from __future__ import annotations

from pathlib import Path

from factpress.changes.change import Diff
from factpress.changes.comparison import compare
from factpress.changes.wording import change_words
from factpress.cli.examples import lay
from factpress.pipeline import book_of
from factpress.site.configuration import settings

CLAIM = """# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
RESTING = """# facts/claims/harbour/pier-summer.yml
claim: "The pier was open in the summer of 2021."
rests_on: [pier-opened]
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
PROSE = "# docs/index.md\n# Harbour\n\n[It opened on 29 May 2021](claim:pier-opened).\n"


def changed(folder: Path, before: str, after: str) -> Diff:
    """What differs once `after` is laid over `before`."""
    base = lay(f"{before}\n# head\n{after}", folder)
    assert base is not None
    reading, book = book_of(folder, settings(folder))
    return compare(base.book, book, broken=base.broken | reading.broken)


def told(diff: Diff) -> list[str]:
    """Every change as `id how: words`, of records that came, went or moved without more just that."""
    lines = []
    for record in diff.records:
        if record.how != "changed":
            lines.append(f"{record.kind} {record.id} {record.how}")
        lines += [f"{record.id}: {change_words(change)}" for change in record.changes]
    return lines
