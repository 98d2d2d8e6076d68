"""Does the source say so? Texts are cut into tokens, quotes are found in them, figures are weighed."""
