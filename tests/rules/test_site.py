"""What settings of the site that lead nowhere are told."""

from pathlib import Path

import pytest

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.records.date import parse_date

SITE = "# facts/site.yml\nformat: 1\nname: Harbour facts\npolicies:\n  {}\n# docs/about/desk.md\n# The desk\n"
WRITE = "write the page in Markdown, and name its file here"
WRONG = {
    "a misspelt page": ("funding: docs/about/deks.md", "docs/about/deks.md", "did you mean `docs/about/desk.md`?"),
    "a page that is not there, at a heading": ("sources: docs/q.md#w", "docs/q.md", WRITE),
    "a file that is no page": ("fairness: docs/fair.pdf", "docs/fair.pdf", WRITE),
    "a page outside docs": ("fairness: facts/site.yml", "facts/site.yml", WRITE),
    "a way around": ("fairness: docs/../facts/README.md", "docs/../facts/README.md", WRITE),
    "the method states the methodology alone": ("corrections: method/", "method/", WRITE),
    "the method misspelt": ("methodology: methods/", "methods/", "did you mean `method/`?"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_policy_that_names_no_page_is_one_finding(what: str, tmp_path: Path) -> None:
    line, page, help = WRONG[what]
    lay(SITE.format(line) + "$ touch docs/fair.pdf", tmp_path)
    (found,) = check(tmp_path, today=parse_date("2026-11-24")).findings
    assert (found.code, found.name, found.severity.value) == ("F210", "missing-policy", "error")
    assert (found.place.path, found.place.line, found.place.column) == ("facts/site.yml", 4, line.index(":") + 5)
    assert (found.message, found.help) == (f"there is no page `{page}` under `docs/`", help)


@pytest.mark.parametrize("page", ["docs/about/desk.md", "docs/about/desk.md#the-desk", ""])
def test_a_policy_that_names_a_page_or_nothing_is_none(page: str, tmp_path: Path) -> None:
    lay(SITE.format(f"funding: {page}"), tmp_path)
    assert check(tmp_path, today=parse_date("2026-11-24")).findings == ()


def test_a_page_that_can_not_be_read_is_a_finding_of_its_own(tmp_path: Path) -> None:
    lay(SITE.format("funding: docs/about/desk.md") + "$ printf '\\377' > docs/about/desk.md", tmp_path)
    codes = [finding.code for finding in check(tmp_path, today=parse_date("2026-11-24")).findings]
    assert codes == ["F011"]


def test_a_blind_reading_names_claims_and_verdicts_that_exist(tmp_path: Path) -> None:
    readings = "blind_readings:\n  date: 2021-06-03\n  how: Two editors read.\n"
    site = f"# facts/site.yml\nformat: 1\nname: Harbour facts\n{readings}"
    lay(site + "  claims:\n    - {claim: peer, first: accurate, second: acurate}\n", tmp_path)
    findings = check(tmp_path, today=parse_date("2026-11-24")).findings
    assert [(finding.code, finding.place.line, finding.place.column) for finding in findings] == [
        ("F201", 7, 15),
        ("F209", 7, 46),
    ]
    assert findings[1].message == "this site has no verdict `acurate`"
