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
        response = page.goto(address + "entities/factpress-authors/")
        assert response is not None and "'nonce-" in response.headers["content-security-policy"]
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


HOSTILE = """
from pathlib import Path

SCRIPT = "<script>hacked('{}')</script>"
MARKUP = SCRIPT.format("inline") + (
    "<img src=x onerror=\\"hacked('handler')\\"><a id=link href=\\"javascript:hacked('link')\\">x</a>"
    "<script src='elsewhere.js'></script><p id=styled style='position: fixed'>x</p>"
    "<iframe srcdoc=\\"<script>parent.hacked('frame')</script>\\"></iframe><p>&lt;/body></p>"
)
SPACE = 'xmlns="http://www.w3.org/{}"'
FILES = {
    "evil.svg": f'<svg {SPACE.format("2000/svg")} onload="hacked(1)">' + SCRIPT.format("svg") + "</svg>",
    "evil.xhtml": f'<html {SPACE.format("1999/xhtml")}><body>' + SCRIPT.format("xhtml") + "</body></html>",
    "evil.xml": f'<a><s:script xmlns:s="http://www.w3.org/1999/xhtml">hacked("xml")</s:script></a>',
    "evil.html": "<!doctype html><title>x</title>" + MARKUP,
    "evil.txt": "<script>hacked('txt')</script>",
}


def on_post_page(output, page, **more):
    # In words too, behind which the server puts its own script.
    return output.replace("</article>", MARKUP + "</article>") if page.file.src_uri == "index.md" else output


def on_post_build(config, **more):
    for name, text in FILES.items():
        Path(config.site_dir, name).write_text(text, "utf-8")
"""


def test_a_preview_runs_no_script_but_the_theme_s_and_its_own(small: Path, scripted: BrowserContext) -> None:
    (small / "hook.py").write_text(HOSTILE, "utf-8")
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    ran: list[str] = []
    asked: list[str] = []
    nonces: set[str] = set()
    scripted.expose_function("hacked", lambda what: ran.append(str(what)))
    page = scripted.new_page()
    page.on("request", lambda request: asked.append(request.url))
    with preview("factpress", small) as address:
        for path in (
            "",
            "evil.svg",
            "evil.xhtml",
            "evil.xml",
            "evil.html",
            "evil.txt",
            "assets/factpress.css",
            "nowhere/",
        ):
            response = page.goto(address + path)
            assert response is not None
            policy = response.headers["content-security-policy"]
            assert response.headers["x-content-type-options"] == "nosniff"
            assert "script-src 'self' 'sha256-" in policy and "frame-ancestors 'self'" in policy
            assert "unsafe" not in policy
            (nonce,) = re.findall("'nonce-([^']+)'", policy)
            nonces.add(nonce)
            if page.locator("#link").count():
                page.locator("#link").click()
                expect(page.locator("#styled")).to_have_css("position", "static")
            if path in {"", "evil.html"}:
                text = response.text()
                assert text.count(f'nonce="{nonce}"') == 1 and "http-equiv" not in text
        assert len(nonces) == 8
        page.goto(address)
        # The theme's own script ran, and the page follows a change: so did the server's.
        expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
        text = (small / "docs/index.md").read_text("utf-8")
        (small / "docs/index.md").write_text(f"{text}\n\nA line that is new.\n", "utf-8")
        expect(page.get_by_text("A line that is new.")).to_be_visible(timeout=PATIENCE)
        expect(page.locator(".fp-findings").first).to_contain_text("F615 blocked-content")
    assert ran == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
