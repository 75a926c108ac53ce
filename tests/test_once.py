from __future__ import annotations

from thaw import once
from thaw.forget import forget
from thaw.nlu.bereaved import died
from thaw.nlu.questions import asked
from thaw.safety.age import told_age


def test_what_is_found_of_a_message_is_found_once_and_anew_after_it_is_answered() -> None:
    looked_at: list[str] = []

    @once.once
    def length(text: str) -> int:
        looked_at.append(text)
        return len(text)

    assert [length("numb"), length("numb"), length("flat")] == [4, 4, 4]
    assert looked_at == ["numb", "flat"]
    forget("numb")
    assert length("numb") == 4
    assert looked_at == ["numb", "flat", "numb"]


def test_no_reader_keeps_a_visitors_words_when_the_message_is_answered() -> None:
    text = "my brother died when i was fifteen, is that a yes"
    asked(text, ["utter_welcome"], ["utter_feel_nothing"])
    died(text)
    told_age(text)
    readers = [drop.__self__ for drop in once._remembered]  # type: ignore[attr-defined]
    assert any(reader.cache_info().currsize for reader in readers)
    forget(text)
    assert not any(reader.cache_info().currsize for reader in readers)


def test_what_a_message_asks_for_depends_on_what_was_said_before_it_also_if_it_is_read_twice() -> None:
    nothing_before = asked("is that a yes", [], [])
    after_a_question = asked("is that a yes", ["utter_ask_is_it_depression"], ["utter_ask_is_it_depression"])
    assert nothing_before != after_a_question
    assert asked("is that a yes", [], []) == nothing_before
