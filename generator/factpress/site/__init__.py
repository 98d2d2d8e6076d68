"""The seams to the engine: everything that knows MkDocs, and nothing else does."""
