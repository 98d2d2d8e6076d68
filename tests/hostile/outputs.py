"""What commands print of hostile words: reports of thousands of findings, changes, and revisions that are none."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from commands import run
from histories import published
from hostile.record_fields import TODAY, records, site, write
from hostile.row import Row
from hostile.tried import HIDDEN, clock, tried

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.reports import FORMATS
from factpress.reports.github_report import job_summary

AT_ONCE = 300
CHANGED = 60
# A line by which programs of GitHub give orders; those that the report gives have a file, a line and a title.
ORDER = re.compile(r"^\s*(?:::|##\[)", re.MULTILINE)
OURS = re.compile(r"::(?:error|warning|notice) (?:file=[^,:\n]+,line=\d+,(?:col|endLine|endColumn|title)=|title=)")
# What the terminal, a shell, YAML and these programs read as more than words.
SIGNS = (
    "\n::set-output name=x::y", "\r\n::error::x", "\x1b[2J\x1b]0;x\x07", "\u202edesrever\u202c", "\u2066x\u2069",
    "%0A::error::x", "\u2028::stop-commands::x", "\x85::x", "\x0b::x", "##[error]x", "a\x00b", "\x7f\x9b31m",
    "::add-mask::x", "\u200f\u061c",
)  # fmt: skip
REVISIONS = (
    "", " ", "-", "--", "--help", "--output=canary", "-o canary", "--upload-pack=touch canary", "--ext-diff",
    "-c core.pager=x", "HEAD..HEAD", "HEAD...HEAD", "^HEAD", "HEAD^@", "HEAD --output=canary",
    "main\n--output=canary", "\x1b[2J", "$(touch canary)", "`touch canary`", "; touch canary", "|touch canary",
    "x" * 5000, "@{-1}", "@{u}", "HEAD:facts", ":/", ":0:facts", "..", "../..", "/etc/passwd", "refs/heads/*",
    "HEAD~99999999", "0" * 40, "f" * 64, "\u202ex", "é", "%0A::error::x", "::error::x", "\\", "'", '"', "HEAD@{0",
    "HEAD^{/(}", "HEAD^{tree}", "HEAD^{blob}", "a b", "a\tb", "stash@{0}", "-1", "--all", "--stdin",
)  # fmt: skip


def rows(payloads: Sequence[str]) -> Iterator[Row]:
    """The rows of reports, of changes, and of revisions."""
    yield from _reports([*SIGNS, *payloads])
    yield _changes([*SIGNS, *payloads][:CHANGED])
    yield _revisions()


def _broken(n: int, p: str) -> dict[str, object]:
    """Records in which payloads are keys, ids, dates, figures and addresses, so that messages name them."""
    return {
        f"facts/claims/harbour/keys-{n}.yml": {p: p, "claim": p, "evidence": [{"source": p, "quote": p, p: p}]},
        f"facts/claims/harbour/values-{n}.yml": {
            "claim": p,
            "when": p,
            "where": [p],
            "figures": {"piers": p, p: "1"},
            "verdict": p,
            "rests_on": [p],
            "must_hold": [p],
            "review": {"by": [p], "date": p},
            "allow": [{"code": p, "because": p, "until": p}],
            "evidence": [{"source": p, "quote": p, "language": p, "stance": p, "says": {p: p}}],
        },
        f"facts/sources/values-{n}.yml": {
            "type": p,
            "issued": p,
            "url": p,
            "root": p,
            "doi": p,
            "isbn": p,
            "rights": p,
        },
        f"facts/entities/values-{n}.yml": {"name": p, "type": p, "part_of": p, "same_as": [p], "geo": {"latitude": p}},
    }


def _reports(payloads: Sequence[str]) -> Iterator[Row]:
    findings = 0
    bad: list[str] = []
    for start in range(0, len(payloads), AT_ONCE):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            lay("", project)
            (project / "docs").mkdir()
            for n, payload in enumerate(payloads[start : start + AT_ONCE]):
                write(project, _broken(n, payload))
                words = payload.encode("utf-8", "replace").decode()
                (project / f"docs/page-{n}.md").write_text(
                    f"---\ntitle: {json.dumps(words)}\n---\n{words}\n[{words}](claim:{words})\n", "utf-8"
                )
            with clock():
                found = check(project, today=TODAY)
            findings += len(found.findings)
            reports = {name: report(found, verbose=True) for name, report in FORMATS.items()}
            reports["summary"] = job_summary(found, verbose=True)
        for name, text in reports.items():
            bad += [f"{name}: hidden character {each!r}" for each in HIDDEN.findall(text)[:3]]
            orders = [line for line in re.split(r"[\n\r\x85\u2028\u2029]", text) if ORDER.match(line)]
            bad += [f"{name}: {line[:120]}" for line in orders if name != "github" or not OURS.match(line)]
        json.loads(reports["json"])
        json.loads(reports["sarif"])
    yield Row("text, GitHub, SARIF, JSON reports and summary: findings", findings, 5000, bad)


def _changes(payloads: Sequence[str]) -> Row:
    """Claims whose words are payloads, before and after a change."""
    bad: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        history = published(Path(folder))
        project = history.folder
        (project / "docs").mkdir()
        for n, payload in enumerate(payloads):
            write(project, records(n, payload))
        history.commit("More")
        for n, payload in enumerate(payloads):
            write(project, records(n, f"Changed {payload}"))
        write(project, {"facts/site.yml": site("Changed")})
        for base in ("main~1", "main"):
            for form in ("text", "markdown", "json"):
                done = run("diff", base, "--format", form, cwd=project)
                bad += [f"diff {form}: hidden character {each!r}" for each in HIDDEN.findall(done.stdout)[:3]]
                bad += [f"diff {form}: {line[:120]}" for line in done.stdout.splitlines() if ORDER.match(line)]
                if done.returncode not in {0, 1} or len(done.stdout.splitlines()) < len(payloads):
                    bad.append(f"diff {form}: {done.returncode} {done.stderr[:200]}")
    return Row("diff as text, Markdown and JSON: changed records", 6 * len(payloads), 300, bad)


def _revisions() -> Row:
    bad: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        project = published(Path(folder)).folder
        before = {path.name for path in project.rglob("*")}
        for revision in REVISIONS:
            bad += tried("check", "--base", revision, cwd=project, name=f"check --base {revision[:40]!r}")
            bad += tried("diff", revision, cwd=project, name=f"diff {revision[:40]!r}")
            bad += tried("diff", "main", revision, cwd=project, name=f"diff main {revision[:40]!r}")
        new = {path.name for path in project.rglob("*")} - before
        bad += [f"a revision wrote {name}" for name in sorted(new)]
    return Row("revisions as --base and for diff", 3 * len(REVISIONS), 120, bad)
