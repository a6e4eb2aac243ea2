"""The page of pictures that an audit leaves."""

from kiosk.bridge.auditing.report import Look, page

LOOKS = (
    Look("en, portrait, A, light", "home", "home.png", ()),
    Look("en, portrait, A, light", "plan <b>", "plan.png", ("'Yes' & 'No' overlap",)),
)


def test_the_page_says_how_much_is_wrong_and_shows_it_first():
    written = page(LOOKS)

    assert "2 screens looked at, 1 fault." in written
    assert written.index("plan.png") < written.index("home.png")


def test_no_name_of_a_page_becomes_markup():
    written = page(LOOKS)

    assert "<b>" not in written
    assert "plan &lt;b&gt;" in written
    assert "&#x27;Yes&#x27; &amp; &#x27;No&#x27; overlap" in written


def test_a_flawless_round_is_told_as_such():
    assert "1 screens looked at, nothing wrong." in page(LOOKS[:1])
