"""What commands and the plugin ask of the machine: the day."""

from __future__ import annotations

import datetime

from factpress.records.date import Date, parse_date


def today() -> Date:
    """The day, in UTC, as waivers know it."""
    return parse_date(datetime.datetime.now(datetime.UTC).date().isoformat())
