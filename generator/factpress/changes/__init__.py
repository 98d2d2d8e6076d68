"""Two books compared: what a change does to the published record, in words, and which reviews still fit."""
