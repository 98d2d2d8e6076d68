"""What machines and other engines read: one module a format."""
