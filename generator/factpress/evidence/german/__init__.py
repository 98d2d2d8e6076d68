"""German, a small part of it: numbers, months, weekdays, bounds and counted nouns; everything else is a doubt."""
