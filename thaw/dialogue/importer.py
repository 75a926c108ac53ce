"""Tells Rasa the names of our responses at training, and nothing of their words: changing a sentence trains nothing."""

from __future__ import annotations

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter

from thaw.responses import responses


class ThawImporter(RasaFileImporter):
    """Rasa's file importer, with the names of `data/responses` in the domain."""

    def get_domain(self) -> Domain:
        """The domain of `domain.yml` and a stand-in for each response."""
        stand_ins = {"responses": {name: [{"text": name}] for name in responses().names}}
        return super().get_domain().merge(Domain.from_dict(stand_ins))
