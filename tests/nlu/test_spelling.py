"""Slips of the thumb are mended before a message is read; what is no slip is left alone."""

import pytest

from thaw.spelling import mended, spelling


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("i feel nothign anymore", "i feel nothing anymore"),
        ("my parnter says im chekced out", "my partner says im checked out"),
        ("eveyone in the kithen was cryign", "everyone in the kitchen was crying"),
        ("tthe musci does nothing", "the music does nothing"),
        ("Anythign I can do?", "anything I can do?"),
    ],
)
def test_a_letter_dropped_doubled_swapped_or_hit_beside_is_mended(written, read):
    assert mended(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "idk tbh, its whatever lol",
        "my ssri is sertraline and it blunts me",
        "zant zant oomble",
        "asdf jkl qwe",
        "ich fühle gar nichts mehr",
        "we went to Hatay with Priya",
        "PTSD or ADHD, who knows",
        "dont cant wont",
        "",
        "🙂",
        "\x00\x07",
        "мне всё равно",
    ],
)
def test_slang_medicines_names_nonsense_and_other_languages_are_left_alone(text):
    assert mended(text) == text


def test_a_text_of_two_thousand_letters_without_sense_is_left_alone():
    text = " ".join(f"zq{'x' * (n % 5)}bv" for n in range(400))[:2000]
    assert mended(text) == text


def test_words_of_our_own_are_words():
    assert spelling().knows("anhedonia") and spelling().knows("dont")
