"""How often it is said what this is goes by the place."""

import datetime as dt

import pytest

from thaw.cadence import CADENCE, Cadence
from thaw.places import place_of


@pytest.mark.parametrize(("name", "hours"), [("US-WA", 1), ("GB", 3)])
def test_someone_under_18_hears_again_that_this_is_a_program_as_often_as_their_place_asks(name: str, hours: int) -> None:
    assert Cadence.of(place_of(name)).reminder_of_a_minor == dt.timedelta(hours=hours)


def test_where_nobody_said_where_thaw_is_deployed_the_strictest_times_hold() -> None:
    assert Cadence.of(place_of(None)) == CADENCE
