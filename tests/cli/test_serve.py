"""`factpress serve`: what it says where it can't listen. The preview itself is a browser's test."""

from __future__ import annotations

import gc
import socket
import warnings
from pathlib import Path

from click.testing import CliRunner
from first_site import lay_copy

from factpress.cli.main import group


def test_a_taken_port_is_one_line(repository: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = CliRunner().invoke(group, ["serve", "--project", str(repository), "--addr", address])
    assert done.exit_code == 2
    why = "is in use or not an address of this machine; choose another with --addr"
    assert done.output == f"factpress: {address} {why}\n"


def test_what_is_no_address_is_told(repository: Path) -> None:
    for address in ("8000", "127.0.0.1:", "127.0.0.1:port", "127.0.0.1:70000"):
        done = CliRunner().invoke(group, ["serve", "--project", str(repository), "--addr", address])
        assert done.exit_code == 2 and "write it as 127.0.0.1:8000" in done.output


def test_a_folder_without_configuration_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["serve", "--project", str(tmp_path)])
    assert done.exit_code == 2 and "there is no" in done.output and "mkdocs.yml" in done.output


def test_a_hook_that_breaks_down_is_told_with_its_place(tmp_path: Path, new_site: Path) -> None:
    site = lay_copy(new_site, tmp_path)
    (site / "hook.py").write_text("def on_config(config):\n    raise KeyError('a hook of mine')\n", "utf-8")
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    done = CliRunner().invoke(group, ["serve", "--project", str(site), "--addr", address])
    assert done.exit_code == 2 and "our fault" not in done.output
    assert "hook.py:2" in done.output and "KeyError: 'a hook of mine'" in done.output


def test_a_preview_that_fails_at_once_leaves_no_socket_open(tmp_path: Path, new_site: Path) -> None:
    site = lay_copy(new_site, tmp_path)
    (site / "mkdocs.yml").write_text("site_name: A site\nplugins: [factpress]\nhooks: [hook.py]\n", "utf-8")
    (site / "hook.py").write_text("def on_config(config):\n    raise KeyError('a hook of mine')\n", "utf-8")
    gc.collect()
    with warnings.catch_warnings(record=True) as left:
        warnings.simplefilter("always", ResourceWarning)
        CliRunner().invoke(group, ["serve", "--project", str(site), "--addr", "127.0.0.1:0"])
        gc.collect()
    assert not left
