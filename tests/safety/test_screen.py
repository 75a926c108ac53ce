"""The safety screen: what its rules see, and how rules and classifier go together."""

from __future__ import annotations

from typing import Optional

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thaw.safety.levels import LEVELS, Suspicion
from thaw.safety.normalise import plain
from thaw.safety.patterns import Gate, compiled, rules
from thaw.safety.screen import Screen, Signal, by_rules
from thaw.safety.taught import examples

FOUND = {
    "crisis_imminent": [
        "i took all my zopiclone an hour ago",
        "I'm going to kill myself tonight",
        "i took all my pills",
        "I took a whole bottle of pills",
        "i took about thirty of my pills an hour ago",
        "downed 40 paracetamol",
        "had a handful of my meds",
        "I have a plan to kill myself",
        "I've written a suicide note",
        "im on the bridge right now",
        "I won't be here tomorrow",
        "i am about to hang myself",
    ],
    "crisis_ideation": [
        "I want to kill myself",
        "i wanna die",
        "how many tablets until you don't wake up",
        "is it true you just go to sleep and die with helium",
        "took some tablets on friday and woke up on a ward",
        "made a noose and sat looking at it",
        "I think about suicide a lot",
        "kms",
        "I don't want to be alive anymore",
        "better off dead, i'd be better off dead",
        "i wish i was dead",
        "there is no reason to live",
        "I should just die",
        "how can i kill myself",
    ],
    "crisis_passive": [
        "they'd be better off without me",
        "maybe i would be better off not here",
        "id be better off gone",
        "I can't go on like this",
        "i wish i had never been born",
        "I can't see a future",
        "I want to disappear",
        "I'm a burden to everyone",
        "there's no way out",
        "I wish I wouldn't wake up",
    ],
    "self_harm": ["I cut myself", "i've been hurting myself again", "self harm", "i keep cutting my arms"],
    "danger_from_others": ["he hits me", "I'm scared of my husband", "my dad beats me", "I'm not safe at home", "he won't let me leave"],
    "danger_to_others": [
        *(
            "I want to hurt my baby",
            "I might kill someone",
            "thoughts of smothering my baby",
            "i slapped mum last night",
            "i shook the baby",
        ),
        *("had my hand over her mouth till she stopped", "held a pillow over his face for a second"),
    ],
    "medical_emergency": ["I have chest pain", "I can't breathe", "I accidentally took too many", "I hit my head and I'm confused"],
    "eating_disorder": ["I make myself throw up", "I haven't eaten in 4 days", "I've been purging"],
    "psychosis_or_mania": ["I hear voices", "they are watching me", "I haven't slept for 5 days", "the voices tell me things"],
    "crisis_third_party": ["my friend wants to kill himself", "my daughter is suicidal", "she says she wants to die"],
}


@pytest.mark.parametrize(("text", "intent"), [(text, intent) for intent, texts in FOUND.items() for text in texts])
def test_plain_words_of_danger_are_seen_by_the_rules_alone(text: str, intent: str) -> None:
    signal = by_rules(text)
    assert (signal.intent, signal.level) == (intent, LEVELS[intent])
    assert signal.evidence


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO KILL MYSELF!!!",
        "I want to k1ll mys3lf",
        "i want to k!ll myself",
        "su1c1d3",
        "i want to k i l l myself",
        "k i l l m y s e l f",
        "k.i.l.l myself",
        "i want to d i e",
        "i want to d.i.e",
        "ki\u200bll my\u200dself",
        "k\u00adill mys\u2060elf",
        "k*ll myself",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "kill\nmyself",
        "kill\u00a0myself",
        "I don’t want to live",
        "i wannna dieee",
        "kil myslef",
        "im gonna unalive myself",
        "thinking of sucide",
        "want 2 die",
    ],
)
def test_spelling_does_not_hide_explicit_thoughts(text: str) -> None:
    assert by_rules(text).intent in ("crisis_ideation", "crisis_imminent")


@pytest.mark.parametrize(
    "text",
    ["I would never kill myself", "I'm not suicidal", "I don't want to die", "no thoughts of suicide", "I never think about suicide"],
)
def test_what_is_denied_is_not_taken_for_danger(text: str) -> None:
    assert by_rules(text).level is None


@pytest.mark.parametrize(
    "text",
    [
        "I can't stop thinking about killing myself",
        "nothing stops me from killing myself",
        "I see no reason not to kill myself",
        "I don't know why I shouldn't kill myself",
        "I'm not ok, I want to kill myself",
    ],
)
def test_a_negation_that_denies_nothing_does_not_hide_explicit_thoughts(text: str) -> None:
    assert by_rules(text).level in ("support", "urgent")


@pytest.mark.parametrize("text", ["I'm tired of living", "I'm so tired of life", "I don't want to wake up"])
def test_a_wish_to_be_gone_in_its_commonest_words_is_asked_about(text: str) -> None:
    assert by_rules(text).level is not None


@pytest.mark.parametrize(
    "text",
    [
        "this job is killing me",
        "my feet are killing me",
        "dying of laughter",
        "I'm dying to see it",
        "dead tired",
        "my phone died",
        "that was a dead end",
        "we watched suicide squad",
        "killing time until the bus comes",
        "cut myself some slack",
        "I cut myself shaving this morning",
        "what's the point",
        "I feel dead inside",
        "I feel nothing at all",
        "completely burnt out",
        "I'm so tired of everything",
        "my battery died",
        *("he put his hand over his mouth", "I shook hands with the boss", "pillow over my face all morning", "i took all my vitamins"),
        "",
        "…",
    ],
)
def test_idioms_numbness_and_tiredness_are_no_danger(text: str) -> None:
    assert by_rules(text) == Signal(None, None)


def test_an_idiom_does_not_hide_the_danger_beside_it() -> None:
    assert by_rules("this job is killing me and some nights I want to kill myself").intent == "crisis_ideation"


def test_the_gravest_thing_in_a_message_decides() -> None:
    signal = by_rules("I cut myself, I wish I was dead, and tonight I'm going to kill myself")
    assert signal.level == "urgent"
    assert len(signal.evidence) >= 3


def test_danger_late_in_a_long_message_is_seen() -> None:
    assert by_rules("I had soup and then I watched a film. " * 50 + "I want to kill myself").level == "support"


def test_the_evidence_names_themes_and_holds_no_words() -> None:
    evidence = by_rules("Margaret, I want to kill myself").evidence
    assert evidence and set(evidence) <= {theme.name for theme in rules().themes}


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=400))
@example("\ud800 kill myself")
@example("\x00")
@example("a\u0301" * 500)
@example("𝓴𝓲𝓵𝓵 𝓶𝔂𝓼𝓮𝓵𝓯")
@example("١٢٣ ㏂ ﷽")
def test_no_text_breaks_the_screen(text: str) -> None:
    assert by_rules(text).level in (None, "ask", "support", "urgent")
    assert isinstance(plain(text), str)


FRAGMENTS = "i want to not never kill killing myself die end it all my a the ~ friend baby took pills k.i.l.l . , 's n't she"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(FRAGMENTS.split()), min_size=1, max_size=12))
@example(["i", "want", "to", "die"])
@example(["thinking", "of", "kill", "her", "baby"])
@example(["want", "not"])
def test_the_longest_message_gives_a_bounded_number_of_matches_whatever_it_repeats(words: list[str]) -> None:
    text = (" ".join(words) + " ") * 700
    document = rules().language(plain(text[:2000]))
    assert len(rules().matcher(document)) <= 4 * len(document)


# What is let through to the Matcher


def is_let_through(text: str) -> bool:
    return rules().gate.lets_through({token.lower_ for token in rules().language.make_doc(plain(text))})


def themes_found(text: str) -> set[str]:
    document = rules().language.make_doc(plain(text))
    names = {document.vocab.strings[key] for key, _, _ in rules().matcher(document)}
    return {rules().themes[int(name)].name for name in names if name.isdigit()}


WORDS_OF_PATTERNS = sorted(
    {alternative for theme in rules().themes for phrase in theme.phrases for word in phrase.split() for alternative in word.split("|")}
)


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(WORDS_OF_PATTERNS), max_size=14).map(lambda words: " ".join(word.rstrip("?") for word in words)))
@example("kms")
@example("i commit suicide")
def test_no_words_of_danger_in_any_order_are_kept_from_the_matcher_that_finds_something_in_them(text: str) -> None:
    assert is_let_through(text) or not themes_found(text)


def test_no_sentence_that_was_ever_taught_is_kept_from_the_matcher_that_finds_something_in_it_and_most_are_kept_from_it() -> None:
    taught = [text for text, _ in examples()]
    kept = [text for text in taught if not is_let_through(text)]
    assert len(kept) > 0.9 * len(taught)
    assert not [text for text in kept if themes_found(text)]


def test_a_phrase_without_any_word_that_it_needs_is_looked_for_in_every_text() -> None:
    assert Gate([compiled("maybe? ~"), compiled("kms")]).lets_through({"hello"})
    assert not Gate([compiled("kms")]).lets_through({"hello"})


# Rules and classifier together


class Suspecting:
    """A classifier that always suspects the same."""

    def __init__(self, intent: str, level: Optional[str]) -> None:
        self._suspicion = Suspicion(intent, level, 0.9)  # type: ignore[arg-type]

    def suspect(self, text: str) -> Suspicion:
        return self._suspicion


class Failing:
    def suspect(self, text: str) -> Suspicion:
        raise RuntimeError("the encoder is gone")


@pytest.mark.parametrize(
    ("text", "suspected", "level", "expected"),
    [
        ("I feel odd today", "crisis_passive", "ask", ("crisis_passive", "ask")),
        ("I feel odd today", "crisis_passive", None, (None, None)),
        ("I wish I was dead", "crisis_passive", "ask", ("crisis_ideation", "support")),
        ("I wish I was dead", "crisis_imminent", "urgent", ("crisis_imminent", "urgent")),
        ("I wish I was dead", "self_harm", "support", ("crisis_ideation", "support")),
        ("Most nights I think of eating my gun", "danger_to_others", "urgent", ("crisis_ideation", "support")),
        ("haha might kms over this essay", "crisis_imminent", "urgent", ("crisis_ideation", "support")),
        ("haha might kms over this essay", "crisis_imminent", None, (None, None)),
        ("lol just took all my pills", "crisis_imminent", "urgent", ("crisis_imminent", "urgent")),
        ("suicide is all that is left for tonight", "crisis_imminent", "urgent", ("crisis_imminent", "urgent")),
        ("The nurse asked if I'd had thoughts of harming myself and it isn't that", "self_harm", None, (None, None)),
        ("The nurse asked if I'd had thoughts of harming myself and I do", "self_harm", "support", ("self_harm", "support")),
    ],
)
def test_the_graver_of_rules_and_classifier_counts(text: str, suspected: str, level: Optional[str], expected: tuple[str, str]) -> None:
    signal = Screen(Suspecting(suspected, level))(text)
    assert (signal.intent, signal.level) == expected


def test_what_only_the_rules_ask_about_is_a_guess_and_what_the_classifier_hears_as_well_is_none() -> None:
    text = "honestly I can't do this anymore"
    assert by_rules(text).level == "ask" and Screen(Suspecting("crisis_passive", None))(text).guessed
    assert not Screen(Suspecting("crisis_passive", "ask"))(text).guessed


def test_a_classifier_that_fails_does_not_cost_the_verdict_of_the_rules() -> None:
    assert Screen(Failing())("I want to kill myself") == by_rules("I want to kill myself")


def test_the_screen_works_from_the_first_moment_and_says_that_it_is_degraded_until_the_classifier_is_there() -> None:
    screen = Screen()
    assert screen.degraded
    assert screen("I want to kill myself").level == "support"
    screen.attach(Suspecting("crisis_passive", "ask"))
    assert not screen.degraded
    assert screen("fine").level == "ask"


def test_what_no_rule_knows_and_the_writer_calls_an_image_is_asked_about_at_most() -> None:
    class Sure:
        def suspect(self, text: str) -> Suspicion:
            return Suspicion("crisis_imminent", "urgent", 0.9)

    screen = Screen(Sure())
    found = screen("calm down, that's a metaphor, the book is out in may")
    assert found.level == "ask" and found.guessed and not found.faint, "asked about, and not told to call"
    assert screen("the book is out in may").level == "urgent"
    assert screen("i will kill myself tonight, not literally a book").level == "urgent"


class HearsOnly:
    """A classifier that finds danger in one sentence alone."""

    def __init__(self, sentence: str, intent: str) -> None:
        self.sentence, self.intent = sentence, intent

    def suspect(self, text: str) -> Suspicion:
        found = text == self.sentence
        return Suspicion(self.intent, LEVELS[self.intent] if found else None, 0.9 if found else 0.0)


@pytest.mark.parametrize("intent", ["crisis_third_party", "danger_from_others"])
def test_danger_of_another_is_heard_beside_a_sentence_about_oneself(intent):
    first = "Found a note from my lad, he's not picking up."
    signal = Screen(HearsOnly(first, intent))(f"{first} Anyway, flat as ever here.")
    assert (signal.intent, signal.level) == (intent, LEVELS[intent])


def test_one_sentence_alone_is_enough_to_ask_and_no_more():
    first = "Sometimes I think they'd have a better mum if I wasn't here."
    heard = Screen(HearsOnly(first, "crisis_ideation"))(f"{first} Is it too late to bond?")
    assert (heard.level, heard.guessed) == ("ask", True)


def test_that_something_is_about_to_happen_is_read_of_no_sentence_alone():
    first = "I have a granddaughter graduating in May and I mean to be there."
    assert Screen(HearsOnly(first, "crisis_imminent"))(f"Oh no, nothing of that sort. {first}").level is None


@pytest.mark.parametrize(
    "text",
    [
        "my husband gets rough when he drinks, so I've learned to go numb. what exercise do you have",
        "he turns violent once he's drunk",
        "my ex got really physical with me",
    ],
)
def test_violence_at_home_in_plain_words_is_heard_by_the_rules(text):
    assert by_rules(text).intent == "danger_from_others"


@pytest.mark.parametrize(
    "text",
    [
        "the sea gets rough when it storms",
        "he gets physical therapy with me",
        "my dog gets aggressive with me",
        "my dad gets quiet when he drinks",
        "work gets rough",
        "he plays rough with the kids",
        "the tracks on that album stood out",
        "I look at the river on my walks",
        "we stood on the bridge and laughed",
        "I stood next to my bike on the train",
        "my morning walk over the bridge is too long",
    ],
)
def test_rough_seas_and_walks_by_the_river_are_no_danger_to_the_rules(text):
    assert by_rules(text).level is None


@pytest.mark.parametrize(
    "text",
    [
        "I do be looking at the rafters in the shed a bit more than a man should",
        "I walk over the bridge every day and look down a bit too long",
        "walked to the train tracks. stood there a bit",
        "I keep standing by the rails",
    ],
)
def test_lingering_where_one_could_die_is_asked_about(text):
    assert by_rules(text).level == "ask"


class HearsAnEmergency:
    """Takes every text for a medical emergency."""

    def suspect(self, text: str) -> Suspicion:
        """What is suspected: the emergency."""
        return Suspicion("medical_emergency", "urgent", 0.99)


@pytest.mark.parametrize(
    "text",
    [
        "no needles for me, I pass out",
        "I won't have a vaccination, I'm a fainter",
        "I always keel over at injections so that's out",
        "cant do bloods, i just black out every time",
    ],
)
def test_who_faints_at_needles_and_wants_none_is_not_sent_an_ambulance(text: str) -> None:
    assert Screen(HearsAnEmergency())(text).level is None


@pytest.mark.parametrize(
    "text",
    [
        "i faint",
        "I pass out every day lately and no blood test shows why",
        "I faint since the injection",
        "no needles left, i took it all and i pass out",
        "i faint now, not even a jab",
        "I don't eat before the blood test and i faint",
        "I fainted after the vaccine",
        "he passes out at needles",
        "I keep passing out, they won't do bloods",
        "no blood test, I have chest pain and I faint",
    ],
)
def test_fainting_that_is_news_is_an_emergency_whatever_is_said_of_needles(text: str) -> None:
    assert Screen(HearsAnEmergency())(text).level == "urgent"
