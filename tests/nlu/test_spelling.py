"""Slips of the thumb are mended before a message is read; what is no slip is left alone."""

from random import Random

import pytest
from symspellpy import SymSpell, Verbosity

from thaw.files import package
from thaw.spelling import LETTERS, Words, mended, spelling


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


def test_the_words_near_a_slip_are_those_that_symspell_finds():
    dictionary, own, chance = package("symspellpy") / "frequency_dictionary_en_82_765.txt", ["anhedonia", "tbh"], Random(1)
    words, reference = Words(dictionary, own), SymSpell(max_dictionary_edit_distance=1, prefix_length=4)
    reference.load_dictionary(str(dictionary), 0, 1, encoding="utf-8-sig")
    for word in own:
        reference.create_dictionary_entry(word, 1)
    for word in [*chance.sample(sorted(reference.words), 300), *own]:
        place, letter = chance.randrange(len(word)), chance.choice(LETTERS)
        for slip in (word[:place] + word[place + 1 :], word[:place] + letter + word[place + 1 :], word[:place] + letter + word[place:]):
            found = reference.lookup(slip, Verbosity.ALL, max_edit_distance=1) if slip else []
            assert {**words.near(slip), **words.among([slip])} == {each.term: each.count for each in found}


def test_a_word_longer_than_any_is_near_to_none():
    assert not spelling().knows("x" * 40) and mended("a" * 400) == "a" * 400


def test_one_vowel_written_for_another_is_a_slip_as_well():
    assert mended("i dont feil enything") == "i dont feel anything"


def test_a_text_of_english_words_is_known_from_another_languages():
    assert spelling().is_english("sleep eat work repeat me")
    assert not spelling().is_english("ya no disfruto nada de lo que antes me gustaba")
    assert not spelling().is_english("hola")
