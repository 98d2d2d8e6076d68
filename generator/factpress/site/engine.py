"""Runs MkDocs in this process with what a check found: a whole build, and the preview."""

from __future__ import annotations

import gc
import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factpress.pipeline import Checked
from factpress.reading.disk import refused
from factpress.reading.scratch import scratch
from factpress.site.configuration import Configuration
from factpress.site.crash import OURS, culprit, last_lines

PLUGIN = "factpress"
# The logger that the plugin writes to, as the engine names it.
OWN_LOGGER = f"mkdocs.plugins.{PLUGIN}"


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build: whether there is a site, what was logged, and whether it could not be tried to the end.

    `said` holds lines: the warnings and errors of the engine and its plugins, and all that our own plugin said.
    `unable` is true if the plugin is missing or other code crashed, and false if the check or the engine refused.
    """

    done: bool
    said: Sequence[str]
    unable: bool = False


def build(configuration: Configuration, checked: Checked, *, strict: bool, site_dir: Path) -> Built:
    """Builds the site of a project that was checked; it is checked again only if the engine's settings differ.

    What the disk refuses is raised as the `OSError` that it is.
    """
    with _quiet(), _own_temporary_files(), _listening() as said:
        from mkdocs.commands.build import build as build_site
        from mkdocs.exceptions import MkDocsException

        try:
            config = configuration.engine(strict=strict, site_dir=site_dir)
            plugin = config.plugins.get(PLUGIN)
            if plugin is None:
                return Built(
                    False, [f"factpress: {configuration.path} does not name the plugin `{PLUGIN}`"], unable=True
                )
            plugin.checked = checked
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_site(config)
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            _raise_refusal(error, site_dir)
            return Built(False, [*said, *_last_words(error, said)])
        except Exception as error:  # noqa: BLE001 a plugin, a theme or a hook may raise anything
            _raise_refusal(error, site_dir)
            return Built(False, [*said, *last_lines(error)], unable=True)
    return Built((site_dir / "index.html").is_file(), said)


def serve(configuration: Configuration, *, addr: str) -> str:
    """Serves a preview until it is interrupted; returns why it ended by itself, or an empty string.

    Each change is checked and built again; findings never end it. What the disk refuses is raised as an `OSError`.
    """
    with _quiet(), _own_temporary_files() as folder:
        from mkdocs.commands.serve import serve as serve_site
        from mkdocs.exceptions import MkDocsException

        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
        with _logging_to(handler):
            try:
                serve_site(config_file=str(configuration.path), dev_addr=addr)
            except KeyboardInterrupt:
                return ""
            except (MkDocsException, SystemExit) as error:
                _raise_refusal(error, folder)
                return str(getattr(error, "message", None) or error)
            except Exception as error:  # noqa: BLE001 a plugin, a theme or a hook may raise anything
                _raise_refusal(error, folder)
                return "\n".join(last_lines(error)).removeprefix("factpress: ")
    return ""


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What the engine logs while it runs and a user should read, in a list that grows."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name == OWN_LOGGER and record.levelno == logging.INFO:
                said.append(record.getMessage())  # which begins with the plugin's name
            elif record.levelno >= logging.WARNING:
                said.append(f"{record.levelname:<8}-  {record.getMessage()}")

    with _logging_to(Listener()):
        yield said


@contextmanager
def _logging_to(handler: logging.Handler) -> Iterator[None]:
    """The engine's logger with one handler only, as its own command configures it."""
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the notices about MkDocs 2 (README says why), and without warnings that are for the engine's authors."""
    # A site is built in many pieces, which come and go.
    gc.enable()
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


@contextmanager
def _own_temporary_files() -> Iterator[Path]:
    """A folder of ours for the temporary files of the engine and its plugins: a later run removes what they leave."""
    with scratch() as folder:
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            yield folder
        finally:
            tempfile.tempdir = before


def _raise_refusal(error: BaseException, folder: Path) -> None:
    """Raises the refusal of the disk that an error comes from, if it does."""
    refusal = refused(error, inside=folder)
    if refusal is not None:
        raise refusal from None


def _last_words(error: BaseException, said: Sequence[str]) -> list[str]:
    """Why the engine stopped, unless it has logged that already: then it only says that it did so."""
    words = str(getattr(error, "message", None) or error).strip()
    if said and words.startswith("Aborted with"):
        return []
    if not words or any(words in line for line in said):
        return []
    who = culprit(error)
    if who not in ("", OURS):
        words = f"{who} says: {words}"
    return [f"factpress: {words.removeprefix('factpress: ')}"]
