"""`factpress serve`: a live preview that follows every change."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from factpress.cli.failure import Failure
from factpress.cli.project import project_option
from factpress.reading.scratch import remove_leftovers
from factpress.reading.unable import NoSettings
from factpress.site.configuration import configuration


@click.command()
@project_option
@click.option("--addr", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to listen.")
def serve(project: Path, addr: str) -> None:
    """Serve the site with live reload; pages show the errors of the check, which never end the preview."""
    config = configuration(project)
    if config.data is None:
        raise Failure(f"there is no {config.path}")
    if config.unusable is not None:
        raise NoSettings(config.unusable)
    if _is_taken(addr):
        raise Failure(f"{addr} is in use or not an address of this machine; choose another with --addr")
    from factpress.site import engine

    remove_leftovers()
    why = engine.serve(config, addr=addr)
    if why:
        raise Failure(f"the preview of {config.path} ended by itself: {why}")


def _is_taken(addr: str) -> bool:
    """Whether the address can't be used now."""
    host, _, port = addr.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise Failure(f"{addr} is not an address; write it as 127.0.0.1:8000")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    try:
        with socket.create_server((host.strip("[]"), int(port)), family=family):
            return False
    except OSError:
        return True
