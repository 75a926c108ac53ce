"""Measurements beside stock Rasa, in the same run on the same machine."""
