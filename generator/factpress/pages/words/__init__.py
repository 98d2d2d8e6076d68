"""What pages say, in words: one module a subject."""
