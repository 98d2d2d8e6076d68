"""`factpress check --selftest`: known faults of every rule, planted in a copy of the project, are all reported."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from factpress.cli.examples import files_of, lay
from factpress.cli.project import Failure
from factpress.findings import Finding
from factpress.pipeline import Checked, check
from factpress.reading.dialect import facts_of
from factpress.records.date import Date
from factpress.rules import RULES
from factpress.rules.rule import Rule
from factpress.site.machine import today

# Whether the examples' base takes the place of the project's own files. A site's settings, or records of the same
# names, may allow what an example shows: then it stands on its own.
_WAYS = (False, True)
# Fewer faults than this are planted sooner than other processes start.
_FEW = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What became of the faults: rules that reported theirs, that missed it, and whose fault could not be planted."""

    reported: tuple[Rule, ...]
    missed: tuple[Rule, ...]
    unplanted: Mapping[Rule, str]

    def text(self) -> str:
        """A line for each rule that missed its fault or had none, and the ledger last."""
        lines = [f"{rule.code} {rule.name}: its fault was planted and not reported" for rule in self.missed]
        lines += [f"{rule.code} {rule.name}: not planted: {why}" for rule, why in self.unplanted.items()]
        planted = len(self.reported) + len(self.missed)
        rules = planted + len(self.unplanted)
        end = f"{len(self.missed)} not reported" if self.missed else "all reported"
        left = f", {len(self.unplanted)} not planted" if self.unplanted else ""
        return "\n".join([*lines, f"planted {planted} faults of {rules} rules: {end}{left}"]) + "\n"


def selftest(project: Path, found: Checked, rules: Sequence[Rule]) -> Told:
    """Plants each rule's own Bad example in a copy of the project, and sees whether that rule reports it.

    The project is read and never written to. Raises `Failure` where records of it can't be read: some rules
    are silent then.
    """
    if found.ledger.broken:
        raise Failure("the self-test needs records that can be read: run `factpress check` and mend them first")
    with TemporaryDirectory(prefix="factpress-selftest-") as folder:
        copy = Path(folder) / "copy"
        _copied(project, copy)
        day = today()
        before = {over: _before(copy, day, over=over) for over in _WAYS}
        answer = partial(_answer, copy, day, before)
        codes = [rule.code for rule in rules]
        workers = os.cpu_count() or 1
        if len(codes) < _FEW or workers == 1:
            answers = list(map(answer, codes))
        else:
            with ProcessPoolExecutor(workers) as pool:
                answers = list(pool.map(answer, codes))
    of = dict(zip(rules, answers, strict=True))
    return Told(
        tuple(rule for rule, answer in of.items() if answer is True),
        tuple(rule for rule, answer in of.items() if answer is False),
        {rule: answer for rule, answer in of.items() if isinstance(answer, str)},
    )


def _copied(project: Path, copy: Path) -> None:
    """Copies what a check reads: records whole, pages whole, and of other files under `docs/` that they are there."""

    def page_or_name(source: str, target: str) -> None:
        if source.endswith(".md"):
            shutil.copy2(source, target)
        else:
            Path(target).touch()

    shutil.copytree(project / facts_of(project), copy / "facts", symlinks=True)
    (copy / "docs").mkdir()
    if (project / "docs").is_dir():
        shutil.copytree(project / "docs", copy / "docs", dirs_exist_ok=True, copy_function=page_or_name)
    if (project / "mkdocs.yml").is_file():
        shutil.copy2(project / "mkdocs.yml", copy)


def _before(copy: Path, day: Date, *, over: bool) -> frozenset[Finding]:
    """What is found in the copy with the project under all examples, and no fault."""
    with _shadow(copy, "") as shadow:
        lay("", shadow, over=over)
        return frozenset(check(shadow, today=day).findings)


def _answer(copy: Path, day: Date, before: Mapping[bool, frozenset[Finding]], code: str) -> bool | str:
    """Whether a rule reports its fault, or why that can't be planted here."""
    rule = next(rule for rule in RULES if rule.code == code)
    for over in _WAYS:
        try:
            if _reports(copy, day, before[over], rule, over=over):
                return True
        except (OSError, subprocess.SubprocessError):
            return "its example needs commands that this system does not have"
    return False


def _reports(copy: Path, day: Date, before: frozenset[Finding], rule: Rule, *, over: bool) -> bool:
    example = rule.example("Bad")
    own = {path.relative_to(copy).as_posix() for path in copy.rglob("*")}
    with _shadow(copy, example) as shadow:
        lay(example, shadow, over=over)
        found = [finding for finding in check(shadow, today=day).findings if finding.code == rule.code]
    # What the example does to the project's own records is no proof that its own fault is seen.
    return any(
        finding not in before and (finding.place.path not in own or finding.place.path in example) for finding in found
    )


@contextmanager
def _shadow(copy: Path, example: str) -> Iterator[Path]:
    """A copy of the copy, for one fault; one a process serves all examples that only write files."""
    touched = files_of(example)
    if touched is None:
        with TemporaryDirectory(dir=copy.parent) as folder:
            yield shutil.copytree(copy, Path(folder) / "shadow", symlinks=True)
        return
    shadow = copy.parent / f"shadow-{os.getpid()}"
    if not shadow.exists():
        shutil.copytree(copy, shadow, symlinks=True)
    try:
        yield shadow
    finally:
        for path in touched:
            (shadow / path).unlink(missing_ok=True)
            if (copy / path).exists():
                shutil.copy2(copy / path, shadow / path)
