"""Rasa graph components: sentence-encoder featurizer, intent head, safety component, short answers."""
