"""Imports go one way, and each outside library is used in its own room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "factpress"
# A room may import from its own and from the rooms named here, nothing else.
MAY_IMPORT = {
    "findings": set(),
    "records": {"findings"},
    "reading": {"findings", "records"},
    "addresses": {"findings", "records"},
    "evidence": {"findings", "records"},
    "book": {"addresses", "evidence", "findings", "records"},
    "changes": {"addresses", "book", "evidence", "findings", "records"},
    "rules": {"addresses", "book", "changes", "evidence", "findings", "reading", "records"},
    "pages": {"addresses", "book", "changes", "evidence", "findings", "records"},
    "exports": {"addresses", "book", "changes", "findings", "pages", "reading", "records"},
    "sources": {"evidence", "findings", "reading", "records"},
    "pipeline": {"addresses", "book", "changes", "findings", "reading", "records", "rules"},
    "reports": {"changes", "findings", "pipeline", "rules"},
    "site": {"addresses", "book", "findings", "pages", "pipeline", "reading", "records", "rules"},
    "cli": {
        "addresses",
        "book",
        "changes",
        "evidence",
        "exports",
        "findings",
        "pipeline",
        "reading",
        "records",
        "reports",
        "rules",
        "site",
        "sources",
    },
}
ONLY_IN = {
    "mkdocs": {"site"},
    "jinja2": {"pages"},
    "markdown": {"reading/prose.py", "reading/prose_links.py", "site/claim_links.py"},
    "yaml": {"reading/yaml_events.py", "site/configuration.py"},
    "click": {"cli"},
    "pydantic": {"records", "reading/validation.py"},
    "trafilatura": {"sources"},
    "lxml": {"sources"},
    "pypdfium2": {"sources"},
    "pathspec": {"changes/owners.py"},
    "sentencex": {"evidence/document.py"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(module: Path) -> None:
    own = room(module)
    if own in {"__init__", "__main__"}:
        return
    for name in imports(module):
        first, *rest = name.split(".")
        if first == "factpress" and rest and rest[0] != "__version__":
            assert rest[0] == own or rest[0] in MAY_IMPORT[own], f"{own} imports {name}"


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_used_in_its_room_alone(library: str) -> None:
    users = {m.relative_to(PACKAGE).as_posix() for m in MODULES if any(n.split(".")[0] == library for n in imports(m))}
    assert users, f"nothing uses {library} any more"
    assert all(user in ONLY_IN[library] or user.split("/")[0] in ONLY_IN[library] for user in users), users


def test_every_room_is_known() -> None:
    assert {room(module) for module in MODULES} - {"__init__", "__main__"} == set(MAY_IMPORT)


def test_only_the_commands_print_or_exit() -> None:
    for module in MODULES:
        if room(module) in {"cli", "__main__"}:
            continue
        calls = [node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
        names = {call.id for call in calls if isinstance(call, ast.Name)}
        names |= {call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in {"exit", "echo"}}
        assert not names & {"print", "exit", "echo", "input"}, module


def test_modules_stay_small() -> None:
    long = {m.name: n for m in MODULES if (n := m.read_text("utf-8").count("\n")) > 320}
    assert not long
