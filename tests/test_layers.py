"""Imports go one way, between rooms and inside them, and each outside library is used in its own room."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "factpress"
# A room may import from its own and from the rooms named here, nothing else.
MAY_IMPORT = {
    "findings": set(),
    "records": {"findings"},
    "reading": {"findings", "records"},
    "page_kinds": {"findings", "records"},
    "addresses": {"findings", "page_kinds", "records"},
    "evidence": {"findings", "records"},
    "book": {"addresses", "evidence", "findings", "records"},
    "changes": {"addresses", "book", "evidence", "findings", "records"},
    "rules": {"addresses", "book", "changes", "evidence", "findings", "reading", "records"},
    "pages": {"addresses", "page_kinds", "book", "changes", "evidence", "findings", "records"},
    "exports": {"addresses", "book", "changes", "evidence", "findings", "page_kinds", "pages", "reading", "records"},
    "sources": {"evidence", "findings", "reading", "records"},
    "pipeline": {"addresses", "book", "changes", "findings", "pages", "reading", "records", "rules"},
    "reports": {"changes", "findings", "pipeline", "rules"},
    "site": {"addresses", "book", "findings", "page_kinds", "pages", "pipeline", "reading", "records", "rules"},
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
    "markdown": {
        "reading/prose.py",
        "reading/prose_html.py",
        "reading/prose_links.py",
        "site/claim_links.py",
        "site/installed.py",
    },
    "yaml": {"reading/settings.py", "reading/written.py", "reading/yaml_events.py", "site/configuration.py"},
    "click": {"cli"},
    "pydantic": {"records", "reading/validation.py"},
    "trafilatura": {"sources"},
    "lxml": {"sources"},
    "pypdfium2": {"sources"},
    "pathspec": {"changes/owners.py", "reading/active_files.py", "reading/engine_links.py"},
    "sentencex": {"evidence/document.py"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(module.read_text("utf-8"))))


@cache
def imports(module: Path) -> tuple[str, ...]:
    return tuple(imported(module))


def imported(module: Path) -> Iterator[str]:
    for node in nodes(module):
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


def circle(package: Path) -> list[str]:
    """The modules of a package that import each other in a circle, wherever in them the import stands."""
    names: Mapping[str, Path] = {
        ".".join((package.name, *module.relative_to(package).with_suffix("").parts)).removesuffix(".__init__"): module
        for module in package.rglob("*.py")
    }

    def modules(name: str) -> Iterator[str]:
        """The module that an imported name stands in: the name itself, or all of it before its last point."""
        yield from (each for each in (name, name.rpartition(".")[0]) if each in names)

    graph = {
        name: {found for each in imports(module) for found in [next(modules(each), "")] if found and found != name}
        for name, module in names.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(PACKAGE) == []


def test_a_circle_inside_a_room_is_found(tmp_path: Path) -> None:
    room = tmp_path / "factpress" / "room"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text('"""A room."""')
    (room / "one.py").write_text("from factpress.room import two")
    (room / "two.py").write_text("def late():\n    from factpress.room.one import word")
    found = circle(tmp_path / "factpress")
    assert set(found) == {"factpress.room.one", "factpress.room.two"}


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
        calls = [node.func for node in nodes(module) if isinstance(node, ast.Call)]
        names = {call.id for call in calls if isinstance(call, ast.Name)}
        names |= {call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in {"exit", "echo"}}
        assert not names & {"print", "exit", "echo", "input"}, module


def test_modules_stay_small() -> None:
    long = {m.name: n for m in MODULES if (n := m.read_text("utf-8").count("\n")) > 320}
    assert not long
