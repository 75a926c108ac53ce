"""The trained models as the bot uses them: the whole screen, and the NLU behind it."""

from __future__ import annotations

import asyncio
import os
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from thaw import encoder, logs
from thaw.nlu.head import FALLBACK
from thaw.safety import risk
from thaw.safety.classifier import SafetyClassifier
from thaw.safety.screen import Screen
from thaw.train import model_file, screen_folder, train
from thaw.without_tensorflow import leave_out


def load_screen() -> Screen:
    """The safety screen with its classifier; trained first if it is missing."""
    logs.configure("WARNING")
    train()
    return Screen(SafetyClassifier(screen_folder()) if encoder.is_available() else None)


class Understanding:
    """Screen and NLU, one message at a time, as in the first turn of a conversation."""

    def __init__(self) -> None:
        self.screen = load_screen()
        logs.configure("ERROR")
        leave_out()
        from rasa.core.agent import Agent

        self._agent = Agent.load(str(model_file()))
        logs.configure("ERROR")

    def read(self, text: str) -> dict[str, Any]:
        """`intent`, `confidence`, `ranking` (five, the model's own), `fallback`.

        A danger that the screen finds is the intent; the ranking then begins with it.
        """
        from rasa.core.channels.channel import UserMessage

        from thaw.channels.reading import without_commands

        signal = self.screen(text)
        _, act = risk.step(risk.State(), risk.Heard(signal))
        message = UserMessage(without_commands(text), metadata={"safety": {"act": act and act._asdict(), "intent": signal.intent}})
        parsed = asyncio.run(self._agent.processor.parse_message(message))
        ranking = [{"intent": each["name"], "confidence": round(each["confidence"], 4)} for each in parsed["intent_ranking"]]
        named = parsed["intent"]["name"]
        fallback = named == FALLBACK
        best = ranking[0]["intent"] if fallback else named
        if best != ranking[0]["intent"]:
            sure = next((each["confidence"] for each in ranking if each["intent"] == best), parsed["intent"]["confidence"])
            rest = [each for each in ranking if each["intent"] != best]
            ranking = [{"intent": best, "confidence": round(sure, 4)}, *rest][:5]
        return {"intent": best, "confidence": ranking[0]["confidence"], "ranking": ranking, "fallback": fallback}
