"""Findings as text for people, as annotations for GitHub, as JSON and SARIF for programs, in the same words."""

from collections.abc import Callable, Mapping

from factpress.reports.github_report import github
from factpress.reports.json_report import as_json
from factpress.reports.sarif_report import sarif
from factpress.reports.text_report import MOST_IN_A_FILE, summary, text

FOR_GITHUB = frozenset({"github", "sarif"})
"""The formats with paths from the repository's root, of which the project may be a folder."""
FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "github": github, "sarif": sarif, "json": as_json}

__all__ = ["FORMATS", "FOR_GITHUB", "MOST_IN_A_FILE", "as_json", "github", "sarif", "summary", "text"]
