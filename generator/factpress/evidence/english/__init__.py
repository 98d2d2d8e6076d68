"""English: its words for numbers, units, bounds, dates and names, and how a sentence puts them together."""
