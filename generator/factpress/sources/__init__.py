"""Sources are visited: their texts are read and receipts made of them. No other room uses the network."""
