"""Rasa SDK actions, one capability a file, run in process. Thin: read slots, call a room below, return events."""
