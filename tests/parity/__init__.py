"""The gate, the board, scores and evidence of both languages."""
