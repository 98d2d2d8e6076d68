"""`factpress check`: applies every rule to every record, in one run; it never writes."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.findings import Finding, Severity, counted
from factpress.pipeline import Checked
from factpress.reports import FOR_GITHUB, FORMATS
from factpress.reports.github_report import job_summary
from factpress.rules import RULES
from factpress.rules.rule import Rule
from factpress.site.configuration import Configuration, configuration

if TYPE_CHECKING:
    from factpress.changes.base import Base


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@project_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to report."
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Report only these rules: a code, its beginning or a name."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these rules out of the report.")
@click.option("--base", metavar="REV", help="Also compare with what was published at a git revision.")
@click.option("--verbose", is_flag=True, help="Show notes too.")
@click.option("--selftest", "tested", is_flag=True, help="Plant known faults in a copy; fail if a rule misses one.")
@click.option("--explain", metavar="CODE", help="Print a rule's page and stop; `all` lists the rules.")
def check(
    paths: tuple[Path, ...],
    project: Path,
    form: str,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    base: str | None,
    verbose: bool,
    tested: bool,
    explain: str | None,
) -> None:
    """Apply every rule to every record; PATHS limit the report, not the reading."""
    if explain is not None:
        click.echo(explained(explain))
        return
    chosen, ignored = _codes(select, "--select"), _codes(ignore, "--ignore")
    config = configuration(project)
    whole = checked(project, settings=config.settings, base=_base(config, base) if base is not None else None)
    if tested:
        from factpress.cli.selftest import Answer, selftest

        told = selftest(project, whole, [rule for rule in RULES if not select or rule.code in chosen])
        click.echo(told.text(), nl=False)
        raise SystemExit(1 if told.count(Answer.MISSED) else 0)
    inside = [_inside(path, project) for path in paths]
    found = dataclasses.replace(
        whole,
        findings=tuple(
            finding
            for finding in whole.findings
            if (not select or finding.code in chosen) and finding.code not in ignored and _is_in(finding, inside)
        ),
    )
    root = {"way": _way(project)} if form in FOR_GITHUB else {}
    click.echo(FORMATS[form](found, verbose=verbose, **root), nl=False)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        with Path(page).open("a", encoding="utf-8", newline="\n") as file:
            file.write(job_summary(found, verbose=verbose))
    elsewhere = whole.count(Severity.ERROR) - found.count(Severity.ERROR)
    if elsewhere and form == "text":
        click.echo(f"not shown: {counted(elsewhere, 'more error')}")
    raise SystemExit(_status(found, strict=strict))


def _base(own: Configuration, revision: str) -> Base:
    from factpress.cli.published import base_of

    return base_of(own, revision)


def _way(project: Path) -> str:
    from factpress.reading.repository import Repository

    return Repository(project).way()


def explained(word: str) -> str:
    """A rule's page, or the list of all rules."""
    if word == "all":
        return "\n".join(f"{rule.code} {rule.name} ({rule.severity.value}): {rule.summary}" for rule in RULES)
    rules = [rule for rule in RULES if word.casefold() in {rule.code.casefold(), rule.name}]
    if not rules:
        raise Failure(f"there is no rule {word}; `factpress check --explain all` lists them")
    rule = rules[0]
    return f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.text}"


def _codes(words: Sequence[str], option: str) -> frozenset[str]:
    """The codes that words select: a code or its beginning, or a name; commas separate several."""
    codes: set[str] = set()
    for word in (part for joined in words for part in joined.split(",")):
        found = {rule.code for rule in RULES if _is_meant(rule, word.strip())}
        if not found:
            raise Failure(f"{option} {word}: there is no such rule; `factpress check --explain all` lists them")
        codes |= found
    return frozenset(codes)


def _is_meant(rule: Rule, word: str) -> bool:
    return word == rule.name or (bool(word) and rule.code.startswith(word.upper()))


def _inside(path: Path, project: Path) -> str:
    """A path as findings name it, from the project's root."""
    root = Path(os.path.abspath(project))  # noqa: PTH100 links are named, not followed
    for start in (path, project / path):
        whole = Path(os.path.abspath(start))  # noqa: PTH100 links are named, not followed
        if whole.is_relative_to(root) and (whole.exists() or whole.is_symlink()):
            return whole.relative_to(root).as_posix()
    raise Failure(f"{path}: there is no such file or folder in the project")


def _is_in(finding: Finding, paths: Sequence[str]) -> bool:
    path = finding.place.path
    return not paths or any(inside == "." or path == inside or path.startswith(f"{inside}/") for inside in paths)


def _status(found: Checked, *, strict: bool) -> int:
    return 1 if found.fails(strict=strict) else 0
