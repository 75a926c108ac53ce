"""What is consented to, and the version it goes by."""

from thaw.handoff.form import State
from thaw.handoff.summary import consent_text, consent_version
from thaw.settings import Settings, load_settings


def named(**given: object) -> Settings:
    return load_settings(_env_file=None, **given)


def test_the_version_is_of_the_text_as_it_was_shown() -> None:
    state = State(answers={"since": "two years"})
    text = consent_text(state, named(matching_name="Harbour Match", handoff_minutes=45))
    assert "Harbour Match" in text and "45 minutes" in text and "{" not in text
    versions = {consent_version(state, named(**given)) for given in ({}, {"matching_name": "Harbour Match"}, {"handoff_minutes": 45})}
    assert len(versions) == 3, "another receiver, and other minutes, are another text"
    assert consent_version(state, named()) == consent_version(state._replace(receipt=2), named())
