"""Thaw: a conversational bot for a page on depression numbness."""
