"""The scorecard: what Thaw understands and what its screen finds, as a page of `docs/`. `make scorecard [FILES="a.jsonl …"]`.

Rows of a file: `{"id", "text"}` and what is right of it: `"intents": [names, the best first]`, or `"kind"` (a danger's intent, or a
kind of harmless message), or `"label"`: `crisis`,
`distress_not_crisis`, `idiom`, `other`, `oos` (then the safety screen is scored by it, and `oos` rows count for rejection as well).
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from evaluation import chats, files
from evaluation.models import Understanding
from evaluation.wilson import Share
from thaw.safety.classifier import SUICIDE
from thaw.safety.levels import LEVELS
from thaw.settings import ROOT
from tools.typos import mistyped

PAGE = ROOT / "docs" / "scorecard.md"
PLOT = ROOT / "docs" / "confusions.png"
HELD_OUT = ROOT / "tests" / "heldout" / "intents.jsonl"
OTHERS = tuple(
    HELD_OUT.with_name(f"{name}.jsonl")
    for name in (
        *("intents-second", "intents-third", "safety", "safety-third", "safety-fourth", "safety-fifth", "safety-sixth"),
        *("safety-seventh", "safety-eighth", "safety-ninth", "safety-tenth"),
    )
)
SMALL_TALK = frozenset({"greet", "goodbye", "thanks", "repeat", "affirm", "deny", "unsure", "ask_if_bot", "ask_capabilities", "chitchat"})
"""Intents of ours that a collection of out-of-scope requests may rightly hold ("are you human", "thank you")."""
OUT = "out_of_scope"
MISTYPED = 0.15
"""Share of the words mistyped in the robustness row."""
HOTLINE = ("support", "urgent")
COUNTED = (*SUICIDE, "crisis_third_party")
"""Dangers that count as a false alarm where there is none; other routes are counted apart."""

Row = dict[str, Any]


def understood(rows: list[Row], found: list[Row]) -> list[str]:
    """Lines on the intents."""
    scoped = [(row, got) for row, got in zip(rows, found, strict=True) if row["intents"][0] != OUT]
    outside = [got for row, got in zip(rows, found, strict=True) if row["intents"][0] == OUT]
    right = Share(sum(got["intent"] in row["intents"] and not got["fallback"] for row, got in scoped), len(scoped))
    top = Share(sum(any(r["intent"] in row["intents"] for r in got["ranking"][:3]) for row, got in scoped), len(scoped))
    fell = Share(sum(got["fallback"] for _, got in scoped), len(scoped))
    lines = [f"- right intent and no fallback: {right}", f"- among the top three: {top}", f"- fell back: {fell}"]
    if outside:
        lines.append(f"- out of scope, recognised or fallen back on: {rejected(outside)}")
    return lines


def rejected(found: list[Row]) -> Share:
    """Out-of-scope rows recognised as such, or fallen back on."""
    return Share(sum(got["fallback"] or got["intent"] == OUT for got in found), len(found))


def confusions(rows: list[Row], found: list[Row]) -> list[str]:
    """The most frequent confusions, as a table."""
    wrong = Counter(
        (row["intents"][0], "fallback" if got["fallback"] else got["intent"])
        for row, got in zip(rows, found, strict=True)
        if got["fallback"] or got["intent"] not in row["intents"]
    )
    lines = ["| written as | read as | times |", "|---|---|---|"]
    return lines + [f"| {truth} | {read} | {count} |" for (truth, read), count in wrong.most_common(20)]


def plot(rows: list[Row], found: list[Row]) -> None:
    """The confusion matrix as a picture."""
    import matplotlib
    import numpy as np

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = sorted({row["intents"][0] for row in rows})
    columns = [*names, "fallback"]
    matrix = np.zeros((len(names), len(columns)))
    for row, got in zip(rows, found, strict=True):
        read = "fallback" if got["fallback"] else got["intent"]
        read = row["intents"][0] if read in row["intents"] else read
        if read in columns:
            matrix[names.index(row["intents"][0]), columns.index(read)] += 1
    figure, axes = pyplot.subplots(figsize=(15, 14))
    axes.imshow(matrix / matrix.sum(axis=1, keepdims=True).clip(1), cmap="Greys", vmin=0, vmax=1)
    axes.set_xticks(range(len(columns)), columns, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel("read as")
    axes.set_ylabel("written as")
    figure.tight_layout()
    figure.savefig(PLOT, dpi=80)
    pyplot.close(figure)


def screened(rows: list[Row], signals: list[Any]) -> list[str]:
    """Lines on the screen: recall by kind of danger, false alarms by kind of harmless message."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for row, signal in zip(rows, signals, strict=True):
        groups[row["intents"][0] if "intents" in row else row.get("kind") or row["label"]].append(signal)
    dangers = {name: found for name, found in groups.items() if name in LEVELS or name == "crisis"}
    harmless = {name: found for name, found in groups.items() if name not in dangers}
    lines = ["| danger | found, any level | support or urgent |", "|---|---|---|"]
    for name, found in sorted(dangers.items()):
        any_level = Share(sum(s.level is not None for s in found), len(found))
        lines.append(f"| {name} | {any_level} | {Share(sum(s.level in HOTLINE for s in found), len(found))} |")
    lines += ["", "| harmless | `crisis_*` or self-harm, hotline tiers | with `ask` | other routes |", "|---|---|---|---|"]
    together = {"all": [signal for found in harmless.values() for signal in found]}
    shown = harmless if len(harmless) < 10 else {n: f for n, f in harmless.items() if any(s.level for s in f)}
    for name, found in sorted((shown | together).items()):
        ours = [s for s in found if s.intent in COUNTED]
        hotline = Share(sum(s.level in HOTLINE for s in ours), len(found))
        other = sum(s.level is not None and s.intent not in COUNTED for s in found)
        lines.append(f"| {name} | {hotline} | {Share(sum(s.level is not None for s in ours), len(found))} | {other} |")
    return lines


def section(path: Path, understanding: Understanding) -> list[str]:
    """The part of the page on one file."""
    rows = files.read(path)
    signals = [understanding.screen(row["text"]) for row in rows]
    lines = [f"## {path.stem}", "", f"{len(rows)} messages.", ""]
    if all("intents" in row for row in rows):
        found = [understanding.read(row["text"]) for row in rows]
        chance = random.Random(1)
        slips = [understanding.read(mistyped(row["text"], MISTYPED, chance)) for row in rows]
        lines += ["Understanding", "", *understood(rows, found), "", f"With {MISTYPED:.0%} of the words mistyped", ""]
        lines += [*understood(rows, slips), "", *confusions(rows, found), "", "Safety", ""]
        if path == HELD_OUT:
            plot(rows, found)
            lines += [f"![Confusion matrix]({PLOT.name})", ""]
    outside = [understanding.read(row["text"]) for row in rows if row.get("label") == "oos"]
    if outside:
        chatting = Share(sum(got["intent"] in SMALL_TALK and not got["fallback"] for got in outside), len(outside))
        lines += [f"- out of scope, recognised or fallen back on: {rejected(outside)}", f"- read as small talk of ours: {chatting}", ""]
    return [*lines, *screened(rows, signals), ""]


def chatted() -> list[str]:
    """The part of the page on whole chats."""
    lines = []
    for path in (chats.NUMB_CHATS, chats.SEEN_CHATS, chats.THIRD_CHATS):
        found = chats.asked(path)
        at_all, twice = chats.shares(found)
        lines += [
            f"## {path.stem}",
            "",
            f"{len(found)} chats of ten turns, {at_all.count} of them with people who are numb and in no danger.",
            "",
        ]
        lines += [f"- in no danger, asked or alarmed at all: {at_all}", f"- the same, more than once: {twice}"]
        in_danger = chats.answered(found)
        lines += [f"- in danger, answered when it was told: {in_danger}"] * bool(in_danger.count) + [""]
    return lines


def main(paths: list[Path]) -> None:
    """Write the page for our held-out sentences and the files given."""
    understanding = Understanding()
    lines = [
        "# Scorecard",
        "",
        "Written by `make scorecard`. Our held-out messages are by nine other hands than the training sentences and never trained on.",
        "The thresholds of the screen, and the weight of the nearest sentences' vote, were chosen with an eye on the first three and on",
        "the development halves of public collections, and some training sentences were written with misses there in mind: expect less",
        "from the unseen. `safety-fourth` to `safety-sixth` and the chats were written by hands that saw nothing of the project. Nobody",
        "looked at the messages of `numb-chats` and `safety-sixth`; the harmless ones of `safety-fifth` that alarm were looked at, and by",
        "other hands more of their kinds were taught. `safety-seventh` holds long stories alone, meant to be hard; by it and by others",
        "of the kind, which were taught afterwards, was chosen how much less each sentence more lets a story count.",
        "`safety-eighth` holds harmless replies alone, of the kinds that alarmed most: leaving, last days, refusals; some that alarm were",
        "looked at, and other hands' of the kinds taught. What `safety-ninth` missed was looked at and a few rules written; of its",
        "thoughts told, a third are wishes not to be here, which Thaw is to ask about.",
        "Of `safety-tenth` and `third-chats` every other one, those with odd numbers, was looked at: by what they missed rules were",
        "written and sentences of their kinds taught by other hands. In the middle of a talk how much of a suspicion is asked about was",
        "chosen by three hands' 1,800 turns, which were taught afterwards, and measured on these.",
        "By `safety-fourth` only was chosen from which weight on a chat is asked; by `seen-chats` how many faint suspicions it takes.",
        "That a faint suspicion is something to ask about and no more was decided with the figures of all files in view, the sixth's too.",
        "Shares with 95 % Wilson intervals. A row that falls back is not counted right. `ask` is one direct question; `support` and",
        "`urgent` show the services as the answer.",
        "",
    ]
    for path in [HELD_OUT, *OTHERS, *paths]:
        lines += section(path, understanding)
    lines += chatted()
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
