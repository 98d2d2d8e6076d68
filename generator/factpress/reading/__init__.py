"""Files become documents that know their lines, and documents become records."""
