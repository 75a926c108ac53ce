"""Files of training sentences that are not as they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import validate


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n    good evening\n',
            "'good evening' does not begin with '- '",
        ),
        ('version: "3.1"\nnlu:\n- intent: greet\n  example: |\n    - hello\n', "'greet' needs 'intent' and 'examples'"),
        ('version: "3.1"\nnlu:\n- synonym: hi\n  examples: |\n    - hello\n', "needs 'intent' and 'examples'"),
        ('version: "3.1"\nrules: []\n', "not a list of intents"),
        ('version: "3.1"\nnlu: [', "not a list of intents"),
    ],
)
def test_a_sentence_that_would_be_passed_over_in_silence_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, told: str
) -> None:
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "bot.yml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(validate, "DATA", tmp_path)
    assert any(told in problem for problem in validate.problems())
