"""Sources are visited: their texts are read, and receipts taken of them. No other room goes near the network."""
