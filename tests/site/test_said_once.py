"""One cause is reported once in a build that goes on: the finding, without the engine's own warning beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from commands import run, run_mkdocs

WRONG = ("gone.md", "index.md#gone", "../no-folder/", "/from/root.md", "gone from nav.md", "extra_cs")


def with_faults(site: Path) -> None:
    page = site / "docs/explainers/use-of-factpress.md"
    links = "\n".join(f"[a](<{each}>)" for each in ("gone.md", "../index.md#gone", "../no-folder/", "/from/root.md"))
    page.write_text(f"{page.read_text('utf-8')}\n{links}\n", "utf-8")
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("\nnav:\n", "\nnav:\n  - Gone: gone from nav.md\n")
    settings.write_text(f"{text}extra_cs: [look.css]\n", "utf-8")


@pytest.mark.parametrize("command", [run, run_mkdocs], ids=["factpress", "mkdocs"])
def test_a_build_reports_each_cause_once(command: Callable[..., CompletedProcess[str]], small: Path) -> None:
    with_faults(small)
    done = command("build", cwd=small)
    lines = [line for line in done.stderr.splitlines() if "arning" in line or "WARNING" in line]
    assert done.returncode == 0, done.stderr
    for each in WRONG:
        # The engine reads its settings before our plugin is there.
        times = 2 if each == "extra_cs" and command is run_mkdocs else 1
        assert len([line for line in lines if each in line and "checked" not in line]) == times, done.stderr


def test_what_the_check_cannot_decide_is_said_by_the_engine(small: Path) -> None:
    with_faults(small)
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    (small / "hook.py").write_text('"""A hook that might add pages."""\n', "utf-8")
    done = run("build", cwd=small)
    assert done.returncode == 0 and "contains a link 'gone.md'" in done.stderr, done.stderr


def test_a_help_names_a_file_with_a_name_like_that_or_none(small: Path) -> None:
    with_faults(small)
    page = small / "docs/explainers/use-of-factpress.md"
    more = "\n[a](index.md) [b](../contributed/index.md) [c](three-layer.md) [d](claims/three-layers.md)\n"
    page.write_text(page.read_text("utf-8") + more, "utf-8")
    said = run("check", cwd=small).stdout.replace(str(small), "")
    helps = [line.strip() for line in said.splitlines() if "help: " in line]
    assert helps == [
        "help: remove the link, or add the file",
        "help: link to the page itself, or to one of its headings",
        "help: name the Markdown file of a page, or remove the link",
        "help: remove the link, or add the file",
        "help: did you mean `../index.md`?",
        "help: did you mean `../contribute/index.md`?",
        "help: did you mean `../claims/three-layers.md`?",
        "help: did you mean `../claims/three-layers.md`?",
        "help: remove the entry, or add the file",
        "help: did you mean `extra_css`?",
    ]
