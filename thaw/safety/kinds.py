"""Dangers of a kind that is known by its own words, or by what was told just before: what a message says of them, and what answers it."""

from __future__ import annotations

from typing import Mapping, Optional

from thaw.safety.a_mothers_fear import of_a_mothers_fear
from thaw.safety.abuse_goes_on import STRANGLED, of_abuse
from thaw.safety.after_birth import of_a_mothers_mind
from thaw.safety.attempts import ATTEMPTED, of_an_attempt
from thaw.safety.beside_someone import of_someone_else
from thaw.safety.counted import of_counted_tablets
from thaw.safety.danger_passed import of_danger_passed
from thaw.safety.doses import of_a_dose
from thaw.safety.eating_of_another import EATS_NOT, OF_ANOTHER, PASSED_OUT, of_their_eating
from thaw.safety.eating_treated import of_eating_treated
from thaw.safety.forced import BREAKS, FORCED, of_force
from thaw.safety.harm_goes_on import GOES_ON, of_harm_to_another
from thaw.safety.help_reached import of_help
from thaw.safety.in_good_hands import of_their_care
from thaw.safety.in_writing import of_no_voice
from thaw.safety.link_taken import of_the_link
from thaw.safety.mothers import ANOTHER_MOTHER, of_a_mother
from thaw.safety.not_safe_to_phone import UNHEARD, of_no_safe_call
from thaw.safety.overdose import ASKS, BY_MISTAKE, FEELS_FINE, TAKEN, TOO_MUCH, of_a_mistake, of_what_was_taken
from thaw.safety.own_hands import HURT, SHAKEN, of_own_hands
from thaw.safety.pictures import PICTURED, of_pictures
from thaw.safety.plain_help import of_a_call_for_help
from thaw.safety.polite_goodbye import of_nothing_dark
from thaw.safety.put_away import of_means_put_away
from thaw.safety.risk_state import Ground, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.seen_by_others import of_who_sees_it
from thaw.safety.stays_grave import stays_grave
from thaw.safety.telling_them import of_telling_them
from thaw.safety.tongues import ASKED as ASKED_IN
from thaw.safety.tongues import of_another_tongue
from thaw.safety.urges import of_an_urge
from thaw.safety.voices import ORDERED, VOICES, of_voices
from thaw.safety.wounds import BLEEDING, of_a_wound

_READERS = (
    *(of_the_link, of_pictures, of_a_call_for_help, of_another_tongue, of_help, of_danger_passed, of_no_voice, of_a_mothers_mind),
    *(of_voices, of_a_dose, of_what_was_taken, of_a_mistake, of_counted_tablets, of_means_put_away, of_an_urge, of_their_care),
    *(of_eating_treated, of_telling_them, of_someone_else, of_no_safe_call, of_own_hands, of_who_sees_it, of_abuse, of_force),
    *(of_a_mothers_fear, of_harm_to_another, of_a_wound, of_a_mother, of_their_eating, of_an_attempt, of_nothing_dark),
)
_MEDICAL, _ABUSE = "medical_emergency", "danger_from_others"
KINDS: Mapping[str, tuple[str, str]] = {
    ORDERED: (VOICES, "utter_voices"),
    GOES_ON: ("danger_to_others", "utter_danger_to_others_near"),
    FEELS_FINE: (_MEDICAL, "utter_overdose_feels_fine"),
    BY_MISTAKE: (_MEDICAL, "utter_overdose_by_mistake"),
    TOO_MUCH: (_MEDICAL, TAKEN),
    ASKS: (_MEDICAL, "utter_overdose_asked"),
    EATS_NOT: (OF_ANOTHER, "utter_eating_of_another"),
    PASSED_OUT: (OF_ANOTHER, "utter_eating_of_another_now"),
    BLEEDING: (_MEDICAL, "utter_bleeding"),
    FORCED: (_ABUSE, "utter_danger_from_others_forced"),
    BREAKS: (_ABUSE, "utter_danger_from_others"),
    UNHEARD: (_ABUSE, "utter_danger_from_others_unheard"),
    HURT: ("danger_to_others", "utter_danger_to_others_hurt"),
    SHAKEN: ("danger_to_others", "utter_danger_to_others_shaken"),
    STRANGLED: (_ABUSE, "utter_danger_from_others_throat"),
}
"""By its evidence: the route of a danger other than suicide, and the response."""
ASKED: Mapping[str, tuple[str, Ground]] = {
    ANOTHER_MOTHER: ("utter_risk_another_mother", "wish"),
    ATTEMPTED: ("utter_risk_attempted", "wish"),
    PICTURED: ("utter_risk_pictured", "guess"),
    **{evidence: (response, "wish") for evidence, response in ASKED_IN.items()},
}
"""By its evidence: the response that asks about thoughts of suicide, and what the question goes by."""


def of_a_kind(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a message says of such a danger; None: nothing."""
    return next((found for read in _READERS if (found := read(text, signal, state)) and not stays_grave(text, signal, found)), None)
