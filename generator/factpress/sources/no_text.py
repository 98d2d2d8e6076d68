"""Why the process that reads HTML and PDF has no text to give."""

from __future__ import annotations


class NoText(Exception):
    """There is no text to give: the reason, one word that the parent knows, and what was found."""
