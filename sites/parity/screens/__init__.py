"""The screens: one page in both languages, the board, all services, the year."""
