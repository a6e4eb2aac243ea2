from kiosk.catalogue.text import text


def papers(plan):
    return {document.id: document for document in plan.documents}


def test_a_paper_that_two_steps_ask_for_is_brought_once(small):
    steps = (small.step("one", "one"), small.step("two", "two"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),), small.service("one", needs=("lease",)), small.service("two", needs=("lease",))
    )

    plan = small.plan(catalogue)

    assert [(paper.id, paper.steps) for paper in plan.documents] == [("lease", ("b/one", "b/two"))]
    assert plan.step("b/two").documents == ("lease",)


def test_a_step_that_borrows_a_service_asks_for_its_own_papers_and_says_its_own_words(small):
    steps = (
        small.step("get", "card"),
        small.step("cancel", "cancel", papers=(), say=text("Cancel it", "Annulez-la")),
        small.step("rename", "rename", papers=("marriage", "passport")),
    )
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("card", needs=("birth",), say=text("A card", "Une carte")),
        small.service("cancel", needs=("birth",), say=text("A card", "Une carte")),
        small.service("rename", needs=(("birth", "passport"), "lease")),
        small.paper("marriage"),
    )

    plan = small.plan(catalogue)

    assert [(step.documents, step.say and step.say.to("en")) for step in plan.steps] == [
        (("birth",), "A card"),
        ((), "Cancel it"),
        (("birth", "marriage"), None),
    ]
    assert papers(plan)["birth"].instead == ()
    assert papers(plan)["marriage"].certain


def test_a_paper_of_its_own_that_the_service_asks_for_too_keeps_what_may_stand_in_for_it(small):
    catalogue = small.catalogue(
        (small.bundle("b", small.step("letter", "letter", papers=("birth",))),),
        small.service("letter", needs=(("birth", "passport"), "marriage")),
    )

    (paper,) = small.plan(catalogue).documents

    assert (paper.id, paper.instead) == ("birth", ("passport",))


def test_of_several_papers_the_one_asked_for_anyway_is_chosen(small):
    steps = (small.step("one", "one"), small.step("two", "two"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("one", needs=(("birth", "passport"),)),
        small.service("two", needs=("passport",)),
    )

    (paper,) = small.plan(catalogue).documents

    assert (paper.id, paper.steps, paper.instead) == ("passport", ("b/one", "b/two"), ())


def test_of_several_papers_one_that_a_step_gives_is_chosen_and_the_others_may_stand_in(small):
    steps = (small.step("give", "give"), small.step("use", "use", after=("give",)))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("give", gives=("certificate",)),
        small.service("use", needs=(("record", "certificate"),)),
    )

    (paper,) = small.plan(catalogue).documents

    assert (paper.id, paper.obtained_from, paper.instead) == ("certificate", "b/give", ("record",))


def test_what_counts_as_a_paper_may_stand_in_only_where_all_who_ask_would_take_it(small):
    steps = (small.step("one", "one"), small.step("two", "two"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("one", needs=(("photo-id", "passport"),)),
        small.service("two", needs=("photo-id",)),
        small.paper("photo-id", counts=("licence",)),
        small.paper("licence"),
    )

    assert small.plan(catalogue).documents[0].instead == ("licence",)


def test_a_paper_given_too_late_is_to_be_brought(small):
    steps = (small.step("use", "use"), small.step("give", "give", after=("use",)))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("use", needs=("record",), depends_on=(small.on("give", "helps", "record"),)),
        small.service("give", gives=("record",)),
    )

    assert small.plan(catalogue).documents[0].obtained_from is None


def test_who_lacks_photo_id_gets_it_from_the_step_that_gives_a_card(small):
    steps = (small.step("licence", "licence"), small.step("card", "card"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),),
        small.service("licence", needs=("photo-id",), gives=("driving",)),
        small.service("card", gives=("ns-photo-id-card",)),
        small.paper("photo-id", counts=("driving", "ns-photo-id-card")),
    )

    assert papers(small.plan(catalogue, {"has_photo_id": False}))["photo-id"].obtained_from == "b/card"
    assert papers(small.plan(catalogue))["photo-id"].obtained_from is None


def test_nothing_is_brought_to_what_happens_by_itself_or_does_not_apply(small):
    steps = (small.step("paid", "paid"), small.step("not-mine", "form", when=small.where("ill", True)))
    catalogue = small.catalogue(
        (small.bundle("b", *steps, asks="ill"),),
        small.service("paid", "automatic", needs=("sin",)),
        small.service("form", needs=("lease",)),
        small.fact("ill"),
    )

    assert small.plan(catalogue, {"ill": False}).documents == ()


def test_the_death_certificate_is_given_by_the_plan_itself(real, small):
    plan = small.plan(real, {"is_executor": True, "cpp_contributor": True}, bundles=("death-in-the-family",))

    assert papers(plan)["death-certificate"].obtained_from == "death-in-the-family/certs"


def test_a_paper_is_certain_only_for_a_step_that_surely_applies(small):
    step = small.step("s", "help", when=small.where("ill", True))
    catalogue = small.catalogue(
        (small.bundle("b", step, asks="ill"),), small.service("help", needs=("lease",)), small.fact("ill")
    )

    assert [small.plan(catalogue, said).documents[0].certain for said in ({}, {"ill": True})] == [False, True]
