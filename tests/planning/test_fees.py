from decimal import Decimal

from kiosk.catalogue.model import Confidence, CostOption
from kiosk.catalogue.text import text


def test_fees_run_from_the_cheapest_to_the_dearest_price_of_each_step_that_applies(small):
    steps = (
        small.step("certificate", "certificate"),
        small.step("card", "card"),
        small.step("not-mine", "dear", when=small.where("ill", True)),
        small.step("perhaps", "dear", when=small.where("old", True)),
    )
    catalogue = small.catalogue(
        (small.bundle("b", *steps, asks="ill old"),),
        small.service("certificate", costs=("33.00", "39.90")),
        small.service("card", costs=("17.70",)),
        small.service("dear", costs=("1000",)),
        small.fact("ill"),
        small.fact("old"),
    )

    fees = small.plan(catalogue, {"ill": False}).fees

    assert (fees.minimum, fees.maximum, fees.unknown) == (Decimal("50.70"), Decimal("57.60"), ())


def test_a_price_that_is_missing_or_doubted_is_named(small):
    doubted = CostOption(text("", ""), Decimal(5), "CAD", "2026", Confidence.LOW)
    steps = [small.step(name, name) for name in ("missing", "doubted", "none")]
    services = (small.service("missing", costs=(None,)), small.service("none"))
    catalogue = small.catalogue(
        (small.bundle("b", *steps),), *services, small.priced(small.service("doubted"), doubted)
    )

    fees = small.plan(catalogue).fees

    assert (fees.minimum, fees.unknown) == (Decimal(5), ("b/missing", "b/doubted"))
