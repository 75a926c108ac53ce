"""Check the claim ledger: `make claims`. Each fact of `data/responses` has a claim in `docs/claims.yml`, and keeps to what it allows.

A figure needs a claim that allows it; words that a claim is `about` need that claim. It also lists the claims to check soon.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from typing import Any, Literal, Mapping, Optional

import yaml
from pydantic import BaseModel, Extra, Field, ValidationError, root_validator, validator

from thaw.responses import Responses, responses
from thaw.settings import ROOT
from tools.wordings import Spot, spots, without_placeholders

LEDGER = ROOT / "docs" / "claims.yml"
SOON = 60
"""Days before its check-by date from which a claim is listed."""
UNCHECKED = "general knowledge, to be checked"

_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:\s?%|\s?per ?cent)?"
    # A share, and not "a third person" or "a tenth of it".
    r"|\b(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?\b(?! (?!of\b|and\b|to\b|or\b|have\b)\w)(?! of (?:it|that|this)\b)"
    r"|\bhalf (?:of(?! it)|the people)\b|\bmost people\b|\bmajority\b"
    r"|\bone in (?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)\b"
    r"|\b(?:stud(?:y|ies) (?:show|find|found)|studies|research(?:ers)?|surveys?|trials?|scientists)\b",
    re.IGNORECASE,
)
"""What nobody may say of the world without a source."""


class LedgerError(Exception):
    """The ledger is broken; the message names the claim."""


class Claim(BaseModel):
    """A fact that Thaw states, and on what ground. The fields are explained at the head of the ledger."""

    claim: str = Field(min_length=1)
    source: str = Field(min_length=1)
    year: Optional[int] = Field(..., ge=1950, le=2100)
    strength: Literal[
        "meta-analysis",
        "review",
        "trial",
        "survey",
        "consensus",
        "law",
        "site's own statement",
        "program's own working",
        "general knowledge",
    ]
    wording: str = Field(min_length=1)
    figures: list[str] = []
    needs: Optional[str] = None
    never: Optional[str] = None
    about: Optional[str] = None
    checked: dt.date
    check_by: dt.date

    class Config:
        extra = Extra.forbid

    @validator("needs", "never", "about")
    def _is_a_pattern(cls, value: Optional[str]) -> Optional[str]:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"is not a pattern: {error}") from None
        return value

    @root_validator(skip_on_failure=True)
    def _is_checked_in_time(cls, values: dict[str, Any]) -> dict[str, Any]:
        if not dt.timedelta(0) < values["check_by"] - values["checked"] <= dt.timedelta(days=366):
            raise ValueError("check_by must come after checked, by a year at most")
        if (values["strength"] == "general knowledge") != values["source"].startswith(UNCHECKED):
            raise ValueError(f"general knowledge, and nothing else, has a source that begins '{UNCHECKED}'")
        return values


def ledger(path: Path = LEDGER) -> dict[str, Claim]:
    """The claims by their ids.

    Raises:
        LedgerError: the file is broken.
    """
    claims = {}
    for key, entry in yaml.safe_load(path.read_text(encoding="utf-8"))["claims"].items():
        try:
            claims[key] = Claim.parse_obj(entry)
        except ValidationError as error:
            raise LedgerError(f"{path.name}, {key}: {error}") from None
    return claims


def problems(claims: Mapping[str, Claim], said: Responses, today: dt.date) -> list[str]:
    """One sentence for each thing wrong with the ledger or with a wording's claims."""
    found = [problem for spot in spots(said) for problem in _of_wording(spot, claims)]
    carried = {key for spot in spots(said) for key in spot.variation.claims}
    found += [f"docs/claims.yml, {key}: no wording carries it" for key in claims if key not in carried]
    found += [
        f"docs/claims.yml, {key}: was to be checked by {each.check_by}; read its source again, then move both dates on"
        for key, each in claims.items()
        if each.check_by < today
    ]
    return found


def due(claims: Mapping[str, Claim], today: dt.date, days: int = SOON) -> list[str]:
    """The claims to check within some days, the next first."""
    soon = sorted((each.check_by, key) for key, each in claims.items() if each.check_by <= today + dt.timedelta(days=days))
    return [f"{date}  {key}: {claims[key].source}" for date, key in soon]


def figures(text: str) -> list[str]:
    """The figures in a text, as they are compared with those a claim allows."""
    return [re.sub(r"\s?(%|per ?cent)$", "%", each.lower()) for each in _FIGURE.findall(without_placeholders(text))]


def _of_wording(spot: Spot, claims: Mapping[str, Claim]) -> list[str]:
    carried = {key: claims[key] for key in spot.variation.claims if key in claims}
    found = [f"carries the claim '{key}', which docs/claims.yml does not have" for key in spot.variation.claims if key not in claims]
    if len(set(spot.variation.claims)) < len(spot.variation.claims):
        found.append("carries a claim twice")
    allowed = {figure for each in carried.values() for figure in each.figures}
    for figure in figures("\n".join([spot.text, *spot.titles])):
        if not carried:
            found.append(f"says '{figure}' and carries no claim; name the one that allows it, or leave the figure out")
        elif figure not in allowed:
            found.append(f"says '{figure}', which none of its claims ({', '.join(carried)}) allows")
    for key, each in carried.items():
        if each.needs and not re.search(each.needs, spot.text, re.IGNORECASE):
            found.append(f"carries '{key}' and must say '{each.needs}'; allowed: {each.wording}")
        overstepped = re.search(each.never, spot.own_words, re.IGNORECASE) if each.never else None
        if overstepped:
            found.append(f"says '{overstepped[0]}', which oversteps '{key}'; allowed: {each.wording}")
    for key, each in claims.items():
        told = re.search(each.about, spot.own_words, re.IGNORECASE) if each.about and key not in carried else None
        if told:
            found.append(f"says '{told[0]}' without the claim '{key}'; add it to the wording's claims, or say it otherwise")
    return [spot.says(problem) for problem in found]


def main() -> int:
    """Print what is wrong and what is to be checked soon. Returns 1 if something is wrong."""
    claims, today = ledger(), dt.date.today()
    wrong = problems(claims, responses(), today)
    unsure = sum(each.strength == "general knowledge" for each in claims.values())
    print(
        "\n".join(wrong) or f"claims: {len(claims)} in the ledger, {unsure} of them general knowledge that a clinician has still to check"
    )
    soon = due(claims, today)
    print("\n".join([f"To be checked within {SOON} days:", *soon]) if soon else f"None is due within {SOON} days.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
