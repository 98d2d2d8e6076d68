"""Findings as text for people, as annotations for GitHub, as JSON and SARIF for programs: the same words in each."""

from collections.abc import Callable, Mapping

from factpress.reports.annotations import github
from factpress.reports.lines import MOST_IN_A_FILE, summary, text
from factpress.reports.programs import as_json
from factpress.reports.sarif_log import sarif

FOR_GITHUB = frozenset({"github", "sarif"})
"""Those that name files from the repository's root, where the project may be a folder of it."""
FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "github": github, "sarif": sarif, "json": as_json}

__all__ = ["FORMATS", "FOR_GITHUB", "MOST_IN_A_FILE", "as_json", "github", "sarif", "summary", "text"]
