"""What a validator says of pages, and the faults of the theme that are known by name."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from tables import read_table

ROOT = Path(__file__).parent.parent
VALIDATOR = ROOT / ".node/html/node_modules/html-validate/bin/html-validate.mjs"
CONFIG = ROOT / "requirements/html/html-validate.json"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a page: the rule that it breaks, what the validator says, and where it stands."""

    rule: str
    message: str
    where: str


def theme_faults() -> set[tuple[str, str]]:
    """The rule and the message of each known fault of the theme."""
    listed = read_table(ROOT / "tests/theme_faults.yml")
    assert all(entry["because"] for entry in listed)
    return {(entry["rule"], entry["message"]) for entry in listed}


def faults(pages: Iterable[Path]) -> list[Fault]:
    """Every fault of some pages, the theme's too; a validator that is missing is an error."""
    assert VALIDATOR.is_file(), "html-validate is missing: `make html-validator` installs it"
    command = ["node", str(VALIDATOR), "--config", str(CONFIG), "--formatter", "json", *map(str, pages)]
    # The validator ends before a pipe has taken all that it says.
    with TemporaryFile("w+", encoding="utf-8") as said:
        run = subprocess.run(command, stdout=said, stderr=subprocess.PIPE, text=True, timeout=300)
        assert run.returncode in {0, 1}, run.stderr
        said.seek(0)
        told = json.load(said)
    return [
        Fault(fault["ruleId"], fault["message"], f"{page['filePath']}:{fault['line']}:{fault['column']}")
        for page in told
        for fault in page["messages"]
    ]
