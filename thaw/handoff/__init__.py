"""The hand-off to the site's matching flow: questions, summary, consent, link, redemption, withdrawal. No Rasa."""
