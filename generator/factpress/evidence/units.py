"""Units that can be compared: how much of a common unit each of them is."""

from __future__ import annotations

from decimal import Decimal

from factpress.evidence.unit_factors import FACTORS

# (dimension, least, most): a unit of varying length has two ends. Lengths in metres, durations in seconds, masses in
# kilograms, areas in square metres, volumes in litres, speeds in kilometres an hour, powers in kilowatts; customary
# units by the international definitions (yard and pound agreement, 1959), the gallon and the barrel of the US.
_DAY = 86_400
_UNITS: dict[str, tuple[str, str, str]] = {
    "second": ("time", "1", "1"),
    "minute": ("time", "60", "60"),
    "hour": ("time", "3600", "3600"),
    "day": ("time", str(_DAY), str(_DAY)),
    "week": ("time", str(7 * _DAY), str(7 * _DAY)),
    "month": ("time", str(28 * _DAY), str(31 * _DAY)),
    "year": ("time", str(365 * _DAY), str(366 * _DAY)),
    "decade": ("time", str(3652 * _DAY), str(3653 * _DAY)),
    "century": ("time", str(36524 * _DAY), str(36525 * _DAY)),
    "mm": ("length", "0.001", "0.001"),
    "cm": ("length", "0.01", "0.01"),
    "m": ("length", "1", "1"),
    "km": ("length", "1000", "1000"),
    "inch": ("length", "0.0254", "0.0254"),
    "foot": ("length", "0.3048", "0.3048"),
    "yard": ("length", "0.9144", "0.9144"),
    "mile": ("length", "1609.344", "1609.344"),
    "g": ("mass", "0.001", "0.001"),
    "kg": ("mass", "1", "1"),
    "t": ("mass", "1000", "1000"),
    "ounce": ("mass", "0.028349523125", "0.028349523125"),
    "pound": ("mass", "0.45359237", "0.45359237"),
    "hectare": ("area", "10000", "10000"),
    "acre": ("area", "4046.8564224", "4046.8564224"),
    "litre": ("volume", "1", "1"),
    "gallon": ("volume", "3.785411784", "3.785411784"),
    "barrel": ("volume", "158.987294928", "158.987294928"),
    "km/h": ("speed", "1", "1"),
    "mph": ("speed", "1.609344", "1.609344"),
    "knot": ("speed", "1.852", "1.852"),
    "kW": ("power", "1", "1"),
    "MW": ("power", "1000", "1000"),
    "GW": ("power", "1000000", "1000000"),
    "%": ("share", "1", "1"),
}
_UNITS |= {unit: (dimension, each, each) for unit, (dimension, each) in FACTORS.items() if unit not in _UNITS}
# Of each dimension the first unit: what has two units is compared in it.
_COMMON = {dimension: unit for unit, (dimension, *_) in reversed(_UNITS.items())}
_NAMES = {
    "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour",
    "hrs": "hour", "centuries": "century", "millimetre": "mm", "millimeter": "mm", "centimetre": "cm",
    "centimeter": "cm", "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "kms": "km", "in": "inch",
    "inches": "inch", "ft": "foot", "feet": "foot", "yd": "yard", "mi": "mile", "gram": "g", "gramme": "g",
    "kilogram": "kg", "kilogramme": "kg", "kilo": "kg", "tonne": "t", "oz": "ounce", "lb": "pound", "lbs": "pound",
    "ha": "hectare", "l": "litre", "liter": "litre", "bbl": "barrel", "kph": "km/h", "kmh": "km/h", "kw": "kW",
    "kilowatt": "kW", "mw": "MW", "megawatt": "MW", "gw": "GW", "gigawatt": "GW", "percent": "%", "per-cent": "%",
    "pc": "%", "pct": "%", "km²": "square-km", "m²": "square-m", "km2": "square-km", "m2": "square-m", "m³": "cubic-m",
    "kwh": "kWh", "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "mg": "milligram", "µg": "microgram", "w": "watt",
    "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz", "psi": "pound-force-per-square-inch",
    "millilitre": "ml", "milliliter": "ml", "stones": "stone",
}  # fmt: skip


_CASED = {"kB": "kilobyte", "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte"}
"""Units whose short names are others in small letters."""
_RATES = {"km/hour": "km/h", "mile/hour": "mph", "m/second": "m/s", "km/h": "km/h"}


def unit_of(word: str) -> str:
    """The one name of a unit; an unknown word is its own unit, without the s of a plural."""
    if word in _UNITS or word in _CASED:
        return _CASED.get(word, word)
    lower = word.lower().replace(" ", "-")
    for name in (lower, lower.removesuffix("s")):
        found = _NAMES.get(name, name)
        if found in _UNITS:
            return found
    for shape in ("square-", "cubic-"):
        if lower.startswith(shape) and lower != shape and "/" not in lower and "-per-" not in lower:
            return shape + unit_of(lower.removeprefix(shape))
    parts = lower.replace("-per-", "/").split("/")
    if len(parts) > 1 and all(parts):
        rate = "/".join(unit_of(part) for part in parts)
        return _RATES.get(rate, rate)
    return lower.removesuffix("s") if len(lower) > 3 and not lower.endswith("ss") else lower


def is_known(word: str) -> bool:
    """Whether a word names a unit that can be converted."""
    return unit_of(word) in _UNITS


def dimension_of(unit: str) -> str:
    """What a unit is a unit of, such as time; nothing for one that can't be converted."""
    return _UNITS[unit][0] if unit in _UNITS else ""


def common(unit: str) -> str | None:
    """The unit that everything of one dimension is compared in; nothing for a unit we don't know."""
    found = _UNITS.get(unit)
    return _COMMON[found[0]] if found else None


def factor(unit: str, wanted: str) -> tuple[Decimal, Decimal] | None:
    """How many of the wanted unit one of the other is, at least and at most; nothing where they can't be compared."""
    if unit not in _UNITS or wanted not in _UNITS or _UNITS[unit][0] != _UNITS[wanted][0]:
        return None
    _, least, most = _UNITS[unit]
    _, wanted_least, wanted_most = _UNITS[wanted]
    return Decimal(least) / Decimal(wanted_most), Decimal(most) / Decimal(wanted_least)
