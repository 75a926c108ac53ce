"""What is answered to what is told further of a danger of another kind: more of the moves of `risk_state.py`. Only typed."""

from __future__ import annotations

from typing import Mapping

from thaw.safety.levels import Level

GOES_ON: Mapping[str, tuple[str, Level]] = {
    # Danger from somebody at home.
    "abuser_comes": ("utter_danger_from_others_comes", "support"),
    "abuse_unnamed": ("utter_danger_from_others_unnamed", "support"),
    "abuse_hopes": ("utter_danger_from_others_hopes", "support"),
    "abuse_doubts": ("utter_danger_from_others_doubts", "support"),
    "abuse_numb": ("utter_danger_from_others_numb", "support"),
    # Somebody else at risk.
    "third_party_secured": ("utter_third_party_secured", "support"),
    "third_party_agreed": ("utter_third_party_agreed", "support"),
    "third_party_ask_straight": ("utter_third_party_ask_straight", "support"),
    # Hurting oneself, and who might see it.
    "self_harm_seen": ("utter_self_harm_seen", "support"),
    # A parent with pictures that they don't want.
    "harm_monster": ("utter_danger_to_others_monster", "support"),
    "harm_put_away": ("utter_danger_to_others_put_away", "support"),
    "harm_sleepless": ("utter_danger_to_others_sleepless", "support"),
}
