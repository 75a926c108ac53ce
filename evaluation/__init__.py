"""The commands that score understanding and safety on JSONL files."""
