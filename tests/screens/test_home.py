"""From the first screen to home, and through its doors."""


def test_a_language_opens_home_in_that_language(show):
    screen = show()

    screen.tap("Button", "Français")

    assert screen.page == "home"
    assert "Comment pouvons-nous vous aider?" in screen.names("Heading")


def test_both_languages_are_the_same_size_on_the_first_screen(show):
    screen = show()

    english, french = screen.find("Button", "English"), screen.find("Button", "Français")

    assert abs(english.rect.width() - french.rect.width()) <= 1
    assert english.rect.height() == french.rect.height()
    assert english.rect.top() == french.rect.top()


def test_a_door_with_one_situation_opens_its_first_question(show):
    screen = show(language="en")

    screen.tap("Button", "A death in the family")

    assert screen.page == "question"


def test_a_door_with_several_situations_lists_them(show):
    screen = show(language="en")

    screen.tap("Button", "Health or disability")

    assert screen.page == "situations"
    assert screen.find("Button", "Caring for someone")


def test_all_situations_are_listed_and_each_opens(show):
    screen = show(language="en")
    everything = len(screen.session.catalogue.bundles)

    screen.tap("Button", f"All {everything} situations")
    listed = screen.controls()
    screen.tap("Button", "Getting married")

    assert len([node for node in listed if node.name in _tiles(screen)]) == everything
    assert screen.page == "question"


def test_who_i_am_leads_through_a_clientele_to_its_situations(show):
    screen = show(language="en")

    screen.tap("Button", "I am a")
    screen.tap("Button", "Parent")

    assert screen.page == "situations"
    assert "Parent" in screen.names("Heading")


def _tiles(screen):
    return {bundle.tile.to("en") for bundle in screen.session.catalogue.bundles.values()}
