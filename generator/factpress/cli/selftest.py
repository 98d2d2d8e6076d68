"""`factpress check --selftest`: plants known faults for every rule in a copy of the project."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from factpress.cli.examples import files_of, lay
from factpress.cli.failure import Failure
from factpress.findings import Finding, counted
from factpress.pipeline import Checked, check
from factpress.reading.scratch import scratch
from factpress.reading.settings import Settings
from factpress.reading.tree import unfit_path
from factpress.records.date import Date
from factpress.rules import RULES
from factpress.rules.rule import Rule
from factpress.site.clock import today
from factpress.site.configuration import configuration

# Planting fewer faults than this takes less time than starting other processes.
_FEW = 12


class Answer(Enum):
    """The result for a rule's fault, with its message."""

    REPORTED = ""
    APART = "planted in an empty project, because records or settings of this one conflict with its example"
    MISSED = "its fault was planted and not reported"
    UNPLANTED = "not planted: its example needs commands that are missing on this system"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The result for each rule's fault."""

    answers: tuple[tuple[Rule, Answer], ...]

    def count(self, answer: Answer) -> int:
        """How many faults have that answer."""
        return sum(given is answer for _, given in self.answers)

    def text(self) -> str:
        """A line for each rule whose fault was not simply planted and reported, then the totals."""
        lines = [f"{rule.code} {rule.name}: {answer.value}" for rule, answer in self.answers if answer.value]
        missed, unplanted = self.count(Answer.MISSED), self.count(Answer.UNPLANTED)
        planted = counted(len(self.answers) - unplanted, "fault")
        end = f"{missed} not reported" if missed else "all reported"
        left = f", {unplanted} not planted" if unplanted else ""
        return "\n".join([*lines, f"planted {planted} of {counted(len(self.answers), 'rule')}: {end}{left}"]) + "\n"


@dataclass(frozen=True, slots=True)
class _Ground:
    """A folder in whose copies faults are planted; with `over` the examples' base replaces its files."""

    folder: Path
    over: bool
    settings: Settings
    before: frozenset[Finding] = frozenset()


def selftest(project: Path, found: Checked, rules: Sequence[Rule]) -> Outcomes:
    """Plants each rule's own Bad example in a copy of the project, and checks that the rule reports it.

    The project is read and never written to. Raises `Failure` if records of it can't be read, because some rules
    report nothing then.
    """
    if found.ledger.broken:
        raise Failure("the self-test needs readable records: run `factpress check` and fix the errors first")
    if not found.settings.is_prose_known:
        raise Failure("the self-test needs a usable mkdocs.yml: run `factpress check` and fix the errors first")
    with scratch() as folder:
        copy, empty = folder / "copy", folder / "empty"
        _copied(project, copy, found.settings)
        empty.mkdir()
        day = today()
        # The first ground that shows the fault decides: the project's own files come before the examples' base.
        places = ((copy, False), (copy, True), (empty, True))
        grounds = [_surveyed(_Ground(*place, Settings(dialect=found.settings.dialect)), day) for place in places]
        answer = partial(_answer, grounds, day)
        codes = [rule.code for rule in rules]
        workers = os.cpu_count() or 1
        if len(codes) < _FEW or workers == 1:
            answers = list(map(answer, codes))
        else:
            with ProcessPoolExecutor(workers) as pool:
                answers = list(pool.map(answer, codes))
    return Outcomes(tuple(zip(rules, answers, strict=True)))


def _copied(project: Path, copy: Path, settings: Settings) -> None:
    """Copies what a check reads: records and pages with content, other files under `docs/` as empty files.

    The copy's folders have the names that the examples use. Links and devices are left out: a fault planted through
    a link would be written outside the copy. So is what the check does not look at.
    """

    def page_or_name(source: str, target: str) -> None:
        if source.endswith(".md"):
            shutil.copy2(source, target)
        else:
            Path(target).touch()

    def unread(folder: str, names: list[str]) -> list[str]:
        inside = Path(folder).relative_to(project)
        modes = {name: os.lstat(Path(folder) / name).st_mode for name in names if not unfit_path(f"{inside / name}")}
        return [name for name in names if not (stat.S_ISREG(modes.get(name, 0)) or stat.S_ISDIR(modes.get(name, 0)))]

    shutil.copytree(project / settings.facts, copy / "facts", ignore=unread)
    (copy / "docs").mkdir()
    if (project / settings.docs).is_dir():
        shutil.copytree(
            project / settings.docs,
            copy / "docs",
            dirs_exist_ok=True,
            copy_function=page_or_name,
            ignore=unread,
        )


def _surveyed(ground: _Ground, day: Date) -> _Ground:
    """A folder with the findings in it before a fault is planted."""
    with _shadow(ground.folder, "") as shadow:
        lay("", shadow, over=ground.over)
        return replace(ground, before=frozenset(check(shadow, today=day, settings=ground.settings).findings))


def _answer(grounds: Sequence[_Ground], day: Date, code: str) -> Answer:
    rule = next(rule for rule in RULES if rule.code == code)
    planted = False
    for ground in grounds:
        try:
            reported = _reports(ground, day, rule)
        except (OSError, subprocess.SubprocessError):
            continue
        planted = True
        if reported:
            return Answer.APART if ground is grounds[-1] else Answer.REPORTED
    return Answer.MISSED if planted else Answer.UNPLANTED


def _reports(ground: _Ground, day: Date, rule: Rule) -> bool:
    example = rule.example("Bad")
    own = {path.relative_to(ground.folder).as_posix() for path in ground.folder.rglob("*")}
    with _shadow(ground.folder, example) as shadow:
        base = lay(example, shadow, over=ground.over)
        has_own = (shadow / "mkdocs.yml").is_file()
        checked = check(
            shadow, today=day, settings=configuration(shadow).settings if has_own else ground.settings, base=base
        )
    found = [finding for finding in checked.findings if finding.code == rule.code]
    # A finding in the project's own records does not prove that the planted fault is seen.
    return any(
        finding not in ground.before and (finding.place.path not in own or finding.place.path in example)
        for finding in found
    )


@contextmanager
def _shadow(folder: Path, example: str) -> Iterator[Path]:
    """A copy of a folder, for one fault; examples that only write files share one copy in each process."""
    touched = files_of(example)
    if touched is None:
        with TemporaryDirectory(dir=folder.parent) as fresh:
            yield shutil.copytree(folder, Path(fresh) / "shadow")
        return
    shadow = folder.parent / f"{folder.name}-{os.getpid()}"
    if not shadow.exists():
        shutil.copytree(folder, shadow)
    try:
        yield shadow
    finally:
        for path in touched:
            (shadow / path).unlink(missing_ok=True)
            if (folder / path).exists():
                shutil.copy2(folder / path, shadow / path)
