from kiosk.planning.papers import PAPERS, papers_lacking, service_replacing


def test_silence_means_that_the_person_has_the_paper():
    assert papers_lacking({}) == papers_lacking({"has_sin": True}) == frozenset()
    assert papers_lacking({"has_sin": False}) == {"sin"}


def test_a_card_that_was_lost_is_missing_but_a_number_is_not():
    assert papers_lacking({"lost_items": frozenset({"sin", "bank_cards", "status_card"})}) == {"status-card"}


def test_every_paper_of_the_table_can_be_had_from_a_service_of_the_catalogue(real):
    for paper in PAPERS:
        assert paper.fact in real.facts
        assert service_replacing(paper.document, real.documents) in real.services
