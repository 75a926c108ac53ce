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
    "abuse_bound": ("utter_danger_from_others_bound", "support"),
    "abuse_past": ("utter_danger_from_others_past", "support"),
    # Somebody else at risk.
    "third_party_secured": ("utter_third_party_secured", "support"),
    "third_party_agreed": ("utter_third_party_agreed", "support"),
    "third_party_ask_straight": ("utter_third_party_ask_straight", "support"),
    "third_party_whom": ("utter_third_party_whom", "urgent"),
    "third_party_place": ("utter_third_party_place", "urgent"),
    "third_party_work": ("utter_third_party_work", "support"),
    "third_party_on_the_line": ("utter_third_party_on_the_line", "urgent"),
    "third_party_right": ("utter_third_party_right", "support"),
    # Hurting oneself, and who might see it.
    "self_harm_seen": ("utter_self_harm_seen", "support"),
    # A parent with pictures that they don't want.
    "harm_monster": ("utter_danger_to_others_monster", "support"),
    "harm_own_anger": ("utter_danger_to_others_own_anger", "support"),
    "harm_put_away": ("utter_danger_to_others_put_away", "support"),
    "harm_sleepless": ("utter_danger_to_others_sleepless", "support"),
}
