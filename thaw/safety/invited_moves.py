"""What is answered to what was said right after an invitation, or while a call is urged: more of the moves of `risk_state.py`."""

from __future__ import annotations

from typing import Mapping

from thaw.safety.levels import Level

INVITED: Mapping[str, tuple[str, Level]] = {
    # Said while a call is urged.
    "urged_scared": ("utter_urged_scared", "urgent"),
    "urged_crying": ("utter_urged_crying", "urgent"),
    "urged_tired": ("utter_urged_tired", "urgent"),
    "urged_nobody_cares": ("utter_urged_nobody_cares", "urgent"),
    "urged_if_called": ("utter_urged_if_called", "urgent"),
    "urged_if_not": ("utter_urged_if_not", "urgent"),
    "urged_keeps": ("utter_urged_keeps", "urgent"),
    "urged_any_time": ("utter_risk_stay", "urgent"),
    "urged_thanks": ("utter_urged_thanks", "urgent"),
    "urged_sorry": ("utter_urged_sorry", "urgent"),
    "urged_stay": ("utter_urged_stay", "urgent"),
    "urged_what_now": ("utter_urged_what_now", "urgent"),
    # Said once the worst is over.
    "back_inside": ("utter_back_inside", "support"),
    "company_holds": ("utter_company_holds", "support"),
    # Said after an invitation: the lines of the plan, how steadying went.
    "plan_line_first": ("utter_plan_line_first", "support"),
    "plan_line_second": ("utter_plan_line_second", "support"),
    "plan_line_third": ("utter_plan_line_third", "support"),
    "plan_line_how": ("utter_plan_line_how", "support"),
    "steadied_done": ("utter_steadied_done", "support"),
    "steadied_some": ("utter_steadied_some", "support"),
    "steadied_not": ("utter_steadied_not", "support"),
}
