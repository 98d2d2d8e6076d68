"""What may be written: claims, sources, entities and the site as frozen models, figures and dates as values."""
