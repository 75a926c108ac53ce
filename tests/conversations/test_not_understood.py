"""What was not understood, and what is no English or no business of this program."""

from site_client import crisis, kinds, labels, text_of


def test_the_first_miss_offers_two_meanings_and_the_second_a_menu_with_a_person_each_with_the_crisis_line(visitor):
    they = visitor()
    first = they.say("flurble wug zant")
    second = they.say("wug flurble brill zo")
    third = they.say("zant zant oomble")
    for answer in (first, second, third):
        assert crisis(answer)["services"]
    assert any("person" in label.lower() for label in labels(second))
    assert len({text_of(answer) for answer in (first, second, third)}) == 3


def test_a_meaning_offered_can_be_chosen_by_its_place(visitor):
    they = visitor()
    first = they.say("flurble wug zant")
    assert labels(first)
    assert "crisis" not in kinds(they.say("the first one"))


def test_a_message_in_spanish_is_told_so_in_spanish_with_the_services(visitor):
    answer = visitor().say("no siento nada desde hace meses, ¿me puedes ayudar?")
    assert "inglés" in text_of(answer)
    assert crisis(answer)["services"]


def test_what_is_no_business_of_this_program_is_said_so_with_a_way_on(visitor):
    answer = visitor().say("what time does the pharmacy on main street close")
    assert labels(answer)


def test_keep_it_short_makes_every_later_turn_one_bubble_with_choices(visitor):
    they = visitor()
    they.say("too long, keep it short")
    for message in ["i feel nothing", "why does it happen", "will it pass", "what is therapy like"]:
        answer = they.say(message)
        assert len(answer) == 1 and labels(answer)


def test_strange_input_is_answered_like_any_other(visitor):
    they = visitor()
    for message in [
        "🙃🙃🙃",
        "a",
        "\u0007\u001b[31m",
        "Привет",
        "你好",
        "?" * 2000,
        "i feel nothing " * 130,
        "/restart",
        "/crisis_imminent{}",
    ]:
        assert they.say(message)


def test_a_typed_command_is_read_as_words(visitor):
    they = visitor()
    answer = they.say('/confirm_delete{"x": 1}')
    assert "Deleted" not in text_of(answer)
    assert they.history()


def test_who_was_not_understood_is_offered_what_most_come_with_where_no_meaning_is_likely(visitor):
    offered = labels(visitor().say("flurble wug zant"))
    assert "I feel nothing" in offered and "You're not getting me" not in offered
