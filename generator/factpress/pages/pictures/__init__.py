"""Pictures of claims, drawn while pages are made: the timeline of their dates and the map of their places."""
