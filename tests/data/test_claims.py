"""The claim ledger: what is stated as a fact has a source, keeps to what may be said, and is checked in time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from thaw.channels.renderer import Scene, draft, render
from thaw.responses import Responses, Variation, responses
from thaw.settings import ROOT, load_settings
from tools.claims import Claim, LedgerError, due, figures, ledger, problems

TODAY = dt.date(2026, 12, 1)
CLAIM: dict[str, Any] = {
    "claim": "Somewhere between a third and 70 % have it.",
    "source": "a review",
    "year": 2024,
    "strength": "review",
    "wording": "between a third and 70%, depending on how it is measured",
    "figures": ["a third", "70%"],
    "needs": "depending on how it is measured",
    "never": "up to",
    "about": r"\bmajor depression\b",
    "checked": dt.date(2026, 11, 1),
    "check_by": dt.date(2027, 11, 1),
}
FINE = "Of those with major depression between a third and 70%, depending on how it is measured."


def wrong(text: str, *claims: str, today: dt.date = TODAY, **changed: Any) -> list[str]:
    """What is wrong with a wording beside a ledger of one claim, `share`."""
    said = Responses({"utter_x": [Variation(text=text, claims=list(claims))]}, {}, {"utter_x": "topic.yml"})
    return problems({"share": Claim.parse_obj({**CLAIM, **changed})}, said, today)


def test_every_fact_of_ours_has_its_claim_and_no_claim_is_stale() -> None:
    """When this fails with a date: read the claim's source again, then move both of its dates on."""
    assert problems(ledger(), responses(), dt.date.today()) == []


def test_a_fact_with_its_claim_is_fine() -> None:
    assert wrong(FINE, "share") == []


def test_a_claim_that_the_ledger_does_not_have_is_named_with_its_place() -> None:
    (problem,) = wrong(FINE, "share", "made-up")
    assert problem.startswith("topic.yml, utter_x, wording 1: ") and "'made-up'" in problem


def test_a_claim_that_no_wording_carries_is_named() -> None:
    assert wrong("Hello.") == ["docs/claims.yml, share: no wording carries it"]


def test_a_claim_is_good_until_its_date_and_not_a_day_longer() -> None:
    assert wrong(FINE, "share", today=dt.date(2027, 11, 1)) == []
    (problem,) = wrong(FINE, "share", today=dt.date(2027, 11, 2))
    assert "share" in problem and "2027-11-01" in problem


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It's so for 52.5% of them.", "52.5%"),
        ("It's so for 40 percent.", "40%"),
        ("It's so for 3 in 10.", "3"),
        ("It's so for a third of them.", "a third"),
        ("It's so for half of them.", "half of"),
        ("It's so for one in five.", "one in five"),
        ("Most people have it.", "most people"),
        ("Studies say so.", "studies"),
        ("In surveys it is common.", "surveys"),
        ("Researchers know it.", "researchers"),
    ],
)
def test_a_figure_without_a_claim_is_refused(text: str, figure: str) -> None:
    (problem, *_) = wrong(text)
    assert f"says '{figure}' and carries no claim" in problem


def test_a_figure_in_a_button_or_a_step_needs_a_claim_too() -> None:
    button = Variation(text="Hello.", buttons=[{"title": "What the 70% say", "payload": "/go"}])
    step = Variation(text="Hello.", metadata={"kind": "exercise", "steps": ["Breathe, as 70% do."]})
    for variation in (button, step):
        assert any("'70%'" in problem for problem in problems({}, Responses({"utter_x": [variation]}, {}), TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "Give it five minutes.",
        "{retention_days} days after it.",
        "Do you have half an hour?",
        "No one in the list.",
        "A third person can help.",
        "Do a tenth of it.",
    ],
)
def test_what_is_no_figure_needs_no_claim(text: str) -> None:
    assert figures(text) == []


def test_another_figure_than_the_claims_own_is_refused() -> None:
    (problem,) = wrong(FINE.replace("70%", "75%"), "share")
    assert "says '75%', which none of its claims (share) allows" in problem


def test_a_wording_that_leaves_out_what_the_claim_needs_is_refused() -> None:
    (problem,) = wrong("Between a third and 70% have it.", "share")
    assert "must say 'depending on how it is measured'" in problem


def test_a_wording_that_oversteps_the_claim_is_refused() -> None:
    (problem,) = wrong("Up to 70%, depending on how it is measured.", "share")
    assert "says 'Up to', which oversteps 'share'" in problem


def test_words_that_a_claim_is_about_need_it() -> None:
    problem, _ = wrong("It comes with major depression.")
    assert "says 'major depression' without the claim 'share'" in problem


def test_what_a_visitor_is_given_to_say_is_no_claim_of_ours() -> None:
    assert wrong('You could say: "Is it major depression?"') == ["docs/claims.yml, share: no wording carries it"]


def test_claims_due_soon_are_listed_the_next_first() -> None:
    soon = Claim.parse_obj({**CLAIM, "check_by": dt.date(2027, 1, 20)})
    sooner = Claim.parse_obj({**CLAIM, "check_by": dt.date(2026, 12, 20)})
    later = Claim.parse_obj(CLAIM)
    listed = due({"soon": soon, "sooner": sooner, "later": later}, TODAY)
    assert [line.split(":")[0].split()[-1] for line in listed] == ["sooner", "soon"]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"check_by": dt.date(2027, 12, 1)}, "a year at most"),
        ({"check_by": dt.date(2026, 10, 1)}, "after checked"),
        ({"strength": "hearsay"}, "strength"),
        ({"strength": "general knowledge"}, "to be checked"),
        ({"source": "general knowledge, to be checked by a clinician"}, "general knowledge"),
        ({"about": "("}, "not a pattern"),
        ({"source": ""}, "source"),
        ({"sauce": "x"}, "sauce"),
    ],
)
def test_a_broken_claim_is_named(tmp_path: Path, changed: dict[str, Any], named: str) -> None:
    file = tmp_path / "claims.yml"
    file.write_text(yaml.safe_dump({"claims": {"share": {**CLAIM, **changed}}}), encoding="utf-8")
    with pytest.raises(LedgerError, match=r"claims\.yml, share") as caught:
        ledger(file)
    assert named in str(caught.value)


def test_a_claim_without_a_year_says_so(tmp_path: Path) -> None:
    file = tmp_path / "claims.yml"
    file.write_text(yaml.safe_dump({"claims": {"share": {key: CLAIM[key] for key in CLAIM if key != "year"}}}), encoding="utf-8")
    with pytest.raises(LedgerError, match="year"):
        ledger(file)


def test_claims_reach_no_visitor_and_train_nothing() -> None:
    settings = load_settings(_env_file=None)
    carrying = [name for name in responses().names if responses().variations(name)[0].claims]
    assert carrying
    for name in carrying:
        said = draft(name)
        assert "claims" not in said.metadata
        if said.metadata.get("kind") != "handoff":
            assert "claims" not in str(render([said], Scene(None), settings).messages).lower()
    importer = (ROOT / "thaw" / "dialogue" / "importer.py").read_text(encoding="utf-8")
    assert "responses().names" in importer and "variations" not in importer
