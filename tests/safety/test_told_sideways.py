"""Dangers told sideways, or in few words: what the screen's rules hear, and what looks alike and is none."""

from __future__ import annotations

import pytest

from thaw.safety.age import told_age
from thaw.safety.screen import by_rules

HEARD = {
    ("crisis_imminent", "urgent"): [
        "drank a bottle of vodka and took the rest of my zopiclone",
        "finished the whole box of my sleeping tablets with wine",
        "i drink 1 liter of vodka today and eat all pills in my drawer",
        "emptied my pill bottle",
        "popped whatever was in the cabinet",
        "swallowed everything in the medicine cabinet",
        "ate all my pills",
        "necked the whole box of tablets",
    ],
    ("medical_emergency", "urgent"): [
        "took some of my moms pills",
        "i took my moms xanax is that why i feel nothing",
        "took like 6 of my dad's heart pills",
        "everything foggy and numb since i got hit in the head at football last week",
        "last week i hit my head hard and since then im numb",
        "cant feel my legs",
        "I can't feel my left arm",
    ],
    ("danger_to_others", "urgent"): [
        "im scared to be alone with my baby",
        "cant be alone with my baby",
        "i dont trust myself with my daughter",
    ],
    ("danger_from_others", "urgent"): [
        "im 15 and numb and my uncle does stuff",
        "my uncle touches me when i sleep over",
        "my stepdad comes in my room at night",
        "my coach does things to me",
        "sometimes he punches the wall next to my head then cries",
        "he throws stuff at me",
    ],
    ("danger_from_others", "support"): ["he'd kill me if he saw this"],
    ("psychosis_or_mania", "support"): [
        "i hear someone say my name",
        "i hear my name when nobody is there",
        "not slept since tuesday and i feel amazing but also nothing",
        "they swapped my baby",
    ],
    ("crisis_ideation", "support"): [
        "pharmacist here. i know exactly what dose it takes",
        "im a vet and i have stuff at work that would make it quick",
        "wrote my kids a letter for after",
        "passive SI since college, nothing active",
    ],
    ("crisis_passive", "ask"): [
        "ive taken a few extra is that bad",
        "i took a few extra of my sertraline",
        "what happens if i take all my sertraline at once",
        "what happens if i drink a whole bottle of vodka on mirtazapine",
        "i keep wondering how many of my husbands insulin itd take",
        "i been having dark thoughts",
        "sometimes think about not existing",
        "i dont know what i might do",
        "i have access to everything at work if u know what i mean",
        "after work i go sit on the roof of the parking garage",
        "looking down makes me feel something",
        "some nights i think id just swim out and not turn round",
        "i could just keep driving off the pier after shift lol",
        "i could just walk into the sea after shift",
        "i sit in the car in the garage some nights with the engine off",
        "been stockpiling my sertraline just in case",
        "i save up my sleeping pills and i dont know why",
        "I have been putting a few of my tablets aside each week",
        "i already wrote the letters to my kids",
        "I have written letters to the grandchildren and labelled who gets what",
        "i dont plan on seeing christmas",
        "she'd be better off collecting the insurance",
        "no point matching a dead man walking",
        "i keep getting images of swerving under a lorry on the ring road",
        "when do the goods trains come through here, i want it quick",
        "the tablets are lined up by the sink and i only wanted to write to something first",
        "razor's beside the tub, go on ask your little question",
        "my counsellor asked about suicidal thoughts and i lied",
        "that other thing, the thing you're supposed to ring a helpline for",
    ],
}


@pytest.mark.parametrize(("heard", "text"), [(heard, text) for heard, texts in HEARD.items() for text in texts])
def test_a_danger_told_sideways_is_heard_by_the_rules_alone(heard: tuple[str, str], text: str) -> None:
    signal = by_rules(text)
    assert (signal.intent, signal.level) == heard


@pytest.mark.parametrize(
    "text",
    [
        # Words of the rules for places and ways, in their plain sense
        "si, quiero hablar con alguien",
        "i have pictures of walking in the river with my kids and feel nothing",
        "took the train because i wanted it quick",
        "the razor is on the shelf in the bathroom",
        "is this the one where you're meant to call a doctor",
        "the pills are lined up in my weekly box",
        # Tablets as they are meant to be taken, carried, or run out of
        "took my vitamins and went to bed",
        "ate a whole box of mints",
        "ate everything in the cupboard",
        "finished my course of antibiotics",
        "i finished the whole pack of sertraline and still feel nothing",
        "took the rest of my pills to the pharmacy",
        "took all my pills this morning like a good boy",
        "i took my meds as usual",
        "took my sertraline with a glass of wine",
        "took everything out of the medicine cabinet to clean it",
        "swallowed my pills with breakfast",
        "i took care of my moms meds",
        "took my moms pills to the hospital",
        "took my friends pills away from her",
        "i took one of my mums paracetamol for a headache",
        "emptied my pill bottle into the organiser",
        "popped to the shop and felt nothing",
        "ive taken a few extra shifts, is that bad",
        "took a couple extra classes",
        "what happens if i miss my sertraline for a day",
        "what happens if i drink wine on sertraline",
        "what happens when i take sertraline every day",
        "how much sertraline would i take",
        "put my tablets in the organiser for the week",
        "saved my meds list for the doctor",
        # Alone, a baby, no trust
        "im scared to be alone with my thoughts",
        "scared to leave my baby at nursery",
        "im not scared to be alone with my baby",
        "i dont trust myself to choose a therapist",
        "i dont feel like she is mine",
        "i dont know what i might do next with my career",
        "im scared i will do something wrong in therapy",
        # Family
        "my uncle does woodwork",
        "my uncle does things for the church",
        "my coach does stuff like that in training",
        "My coach did things. I still swim.",
        "my dad hugged me and i felt nothing",
        "when my boyfriend touches me i feel nothing",
        "my cat comes into my bed at night",
        "he punched the air when they scored",
        "she threw me a party",
        "can my husband see this",
        "he will kill me if i dont book therapy",
        # Heard and slept
        "i hear people say that its a phase",
        "when i hear someone say my name it feels foreign",
        "i hear my mum call my name and feel nothing",
        "not slept well since tuesday and i feel awful",
        "he is not my real dad",
        "they switched my meds",
        # Places, letters, knowing
        "thinking of not going to therapy",
        "watched dead man walking last night and felt nothing",
        "i dont plan on seeing my family at christmas",
        "my ex is better off with someone else",
        "better off having insurance pay for it",
        "i sit in my car in the garage before going in",
        "i sit on the roof of my house and watch stars",
        "i climb up on the roof of our building to fly kites",
        "i walk into the kitchen and forget why",
        "i might drive into work",
        "i swim out to the buoy and back",
        "i work in a hospital and have access to everything",
        "i know exactly how it feels",
        "i know just how much it takes to get out of bed",
        "stuff at work makes it easy to forget",
        "wrote my kids a letter from the camp",
        "wrote letters to my kids from santa",
        "i wrote a letter to my daughters teacher",
        "we listed who gets what chore",
        "looking down makes me feel dizzy",
        "dark thoughts about my boss",
        # Heads and legs
        "i hit my head against the wall at work trying to fix this code",
        "i hit the gym and my head feels better",
        "since i fell in love with him my head is elsewhere",
        "after i was on the phone my head hurt",
        "cant feel my legs after the gym",
        "i cant feel my face when i smile, like a mask",
        "cant feel joy",
    ],
)
def test_what_only_looks_like_a_danger_told_sideways_is_none_to_the_rules(text: str) -> None:
    assert by_rules(text).level is None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("17 and numb", "minor"),
        ("15, and i feel numb", None),
        ("16 n empty", "minor"),
        ("thirty and numb", "adult"),
        ("9 and numb", None),
        ("10 and numb", None),
        ("2 and flat", None),
        ("12 and still awake", None),
    ],
)
def test_an_age_before_how_it_is_is_the_writers(text: str, age: str | None) -> None:
    assert told_age(text) == age
