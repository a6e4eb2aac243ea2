"""A list of kiosks that becomes another by what has changed in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.referral import cose
from kiosk.sync.exchange.errors import UnreadableError
from kiosk.sync.exchange.key_lists import changed, changes

LISTS = st.dictionaries(
    st.binary(min_size=4, max_size=4), st.tuples(st.binary(min_size=32, max_size=32), st.text(max_size=5)).map(list)
)


@given(LISTS, LISTS)
def test_what_has_changed_makes_the_one_list_of_the_other_byte_for_byte(before: dict, after: dict) -> None:  # type: ignore[type-arg]
    other = {kid: after.get(kid) for kid in before | after if before.get(kid) != after.get(kid)}

    assert changed(cose.canonical(before), changes(other)) == cose.canonical(after)


@pytest.mark.parametrize("untrusted", [b"", b"<html>", cose.canonical({}), cose.canonical({1: 7}), cose.canonical([])])
def test_what_is_no_change_is_refused(untrusted: bytes) -> None:
    with pytest.raises(UnreadableError):
        changed(cose.canonical({}), untrusted)


def test_a_list_here_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableError):
        changed(b"torn", changes({}))
