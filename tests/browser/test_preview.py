"""The live preview: a reader's open page follows a record that changes, appears or goes, and shows errors."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from commands import environment
from playwright.sync_api import BrowserContext, Page, expect

PATIENCE = 30_000


@contextmanager
def preview(program: str, folder: Path) -> Iterator[str]:
    """The address of a preview of a site, started by a program's command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    options = {"factpress": ["--addr", address], "mkdocs": ["--dev-addr", address, "--livereload"]}
    process = subprocess.Popen(
        [sys.executable, "-m", program, "serve", *options[program]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**environment(), "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
        # A shell that runs the tests in the background ignores interrupts, and so would the preview.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "Serving on" in line:
            break
    else:
        raise AssertionError("the preview ended by itself")
    try:
        yield f"http://{address}/"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=20)


@pytest.mark.parametrize("program", ["factpress", "mkdocs"])
def test_an_open_page_follows_a_record(program: str, small: Path, scripted: BrowserContext) -> None:
    page = scripted.new_page()
    with preview(program, small) as address:
        page.goto(address + "entities/factpress-authors/")
        expect(page.get_by_role("heading", level=1)).to_have_text("The factpress authors")
        entity = small / "facts/entities/factpress-authors.yml"
        entity.write_text(entity.read_text("utf-8").replace("The factpress authors", "The authors", 1), "utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("The authors", timeout=PATIENCE)
        if program == "factpress":
            follows_what_comes_and_goes(page, address, small)


def follows_what_comes_and_goes(page: Page, address: str, small: Path) -> None:
    page.goto(address + "entities/")
    new = small / "facts/entities/north-pier.yml"
    new.write_text("name: North Pier\ntype: Place\n", "utf-8")
    link = page.get_by_role("main").get_by_role("link", name="North Pier")
    expect(link).to_be_visible(timeout=PATIENCE)

    # A broken record is left out, the preview goes on and shows the error, and repairing the record brings it back.
    findings = page.locator(".fp-findings")
    expect(findings).to_have_count(0)
    new.write_text("name: North Pier\ntype: Peer\n", "utf-8")
    expect(link).to_have_count(0, timeout=PATIENCE)
    expect(findings).to_contain_text("The check found 1 error.")
    findings.get_by_role("link", name="All errors").click()
    expect(page).to_have_url(address)
    expect(findings.get_by_role("listitem")).to_contain_text("facts/entities/north-pier.yml:2:7")
    rule = findings.get_by_role("link", name=re.compile("F[0-9]{3} "))
    expect(rule).to_have_attribute("href", re.compile("^rules/#f[0-9]{3}$"))
    new.write_text("name: North Pier again\ntype: Place\n", "utf-8")
    expect(findings).to_have_count(0, timeout=PATIENCE)

    # A sound record with an error keeps its page, which shows the error.
    page.goto(address + "entities/north-pier/")
    new.write_text("name: North Pier again\ntype: Place\npart_of: south-pier\n", "utf-8")
    expect(findings.get_by_role("listitem")).to_contain_text("north-pier.yml:3:10", timeout=PATIENCE)
    new.write_text("name: North Pier again\ntype: Place\n", "utf-8")
    expect(findings).to_have_count(0, timeout=PATIENCE)
    page.goto(address + "entities/")
    expect(page.get_by_role("main").get_by_role("link", name="North Pier again")).to_be_visible()

    new.unlink()
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("North Pier"))).to_have_count(
        0, timeout=PATIENCE
    )
