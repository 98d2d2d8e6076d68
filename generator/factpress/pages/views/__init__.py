"""What each kind of page shows: one module a kind, named as its row in the table of page kinds."""
