"""Findings and checks made by hand, for reports of them."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.book import Book
from factpress.findings import Finding, Ledger, Place, Severity
from factpress.pipeline import Checked
from factpress.records.date import parse_date

TODAY = parse_date("2026-11-24")
X = "facts/entities/x.yml"
DOCS = "https://example.org/rules/#f001"

HOSTILE = {
    "facts/entities/x.yml:1:1: ok.yml": "name: x\n",
    "facts/entities/\x1b[31mred.yml": "name: x\n",
    "facts/sources/a\nchecked 1 file: 1 record.yml": "type: x\n",
    "facts/::error::x.yml": "x\n",
    "facts/entities/y.yml": 'name: "\\e[2J"\ntype: "a\\nchecked 0 files"\npart_of: "::error::z"\n',
    "facts/entities/z.yml": "name: x\ntype: \x1b[31mPlace\n\u202e: x\n'a\n\n  b': c\nsame_as: ['javascript:\u2028']\n",
    "facts/claims/harbour/a.yml": 'claim: "x\u202e"\nevidence: [{source: "a\\nb", quote: "\\N"}]\n',
    "facts/claims/harbour/b.yml": 'claim: x\nevidence: [{source: *a, quote: !<\\e> b}]\nmust_hold: ["\\e = \\n"]\n',
    "facts/claims/harbour/c.yml": "claim: [x\n\x07",
    "facts/claims/h\u200barbour/d.yml": "claim: x\n",
    "facts/entities/m.yml": 'name: x\ntype: "</pre><b>[a](https://evil.example)\\n\\n# @x ##[group]x"\n"{0}": x\n',
    "facts/entities/<img src=x>](https:/evil.example).yml": "##[add-mask]x: ##[error]\n",
    "facts/claims/harbour/v.yml": (
        'claim: "x."\nevidence: [{source: "##[set-output name=a]b", quote: "`<i>` [b](javascript:c)"}]\n'
    ),
    "docs/::set-output name=a::b.md": "The [pier](claim:##[x] <script>a</script> `::error::a`\n\n::stop-commands::x\n",
}


def finding(
    path: str = X,
    line: int = 1,
    column: int = 1,
    *,
    code: str = "F001",
    severity: Severity = Severity.ERROR,
    message: str = "this is wrong",
) -> Finding:
    return Finding(Place(path, line, column), code, "a-rule", severity, message, "mend it", DOCS)


def checked(
    *findings: Finding, texts: Mapping[str, str] | None = None, ledger: Ledger | None = None, waived: int = 0
) -> Checked:
    return Checked(
        book=Book(),
        findings=findings,
        ledger=ledger or Ledger(seen=1, records=1),
        performed={"quotes": 3},
        texts=texts or {},
        documents=(),
        waived=waived,
    )
