"""`factpress serve`: what it says where it can't listen. The preview itself is a browser's test."""

from __future__ import annotations

import socket
from pathlib import Path

from click.testing import CliRunner

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
