"""The current day, for commands and the plugin."""

from __future__ import annotations

import datetime

from factpress.records.date import Date, parse_date


def today() -> Date:
    """The current day in UTC, by which waivers end."""
    return parse_date(datetime.datetime.now(datetime.UTC).date().isoformat())
