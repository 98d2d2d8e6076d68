"""A page for every record, as HTML fragments from our own templates: contributed text is escaped by construction."""
