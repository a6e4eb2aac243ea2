"""A catalogue reads back as it was written, or says in one sentence that it cannot be read."""

import contextlib
import random
import sqlite3
from contextlib import closing
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.catalogue.conditions import AllOf, AnyOf, Comparison, FactId, NoneOf, Operator
from kiosk.catalogue.hours import ByDay, Frequency, Jurisdiction, Kind, Span
from kiosk.catalogue.model import (
    BundleId,
    Catalogue,
    ChannelType,
    DeliveryStructure,
    DependencyKind,
    DocumentId,
    FactType,
    Fitness,
    Form,
    LocationId,
    PhoneId,
    ServiceId,
    StepList,
    TimingKind,
)
from kiosk.catalogue.reading import CatalogueDamagedError, CatalogueMissingError, load
from kiosk.catalogue.text import text


def test_a_catalogue_knows_its_version_and_day(small: Catalogue) -> None:
    assert (small.version, small.day) == (7, date(2026, 11, 20))


def test_a_service_reads_back_whole(small: Catalogue) -> None:
    service = small.services[ServiceId("certificate")]

    assert service.name == text("Death certificate", "Certificat de décès")
    assert service.channels == (ChannelType.ONLINE, ChannelType.PHONE, ChannelType.IN_PERSON)
    assert service.fitness is Fitness.SELF_SERVICE
    assert service.locations == ("main-street",)
    assert service.languages == ("fr", "en")
    assert service.taxonomy_terms == ("death-papers",)
    assert service.words == {"en": ("death paper",), "fr": ("acte de décès",)}
    assert [(cost.option.to("fr"), cost.amount, cost.as_of) for cost in service.costs] == [
        ("Format court", Decimal("33.50"), "2026"),
        ("Messagerie", None, "2026"),
    ]
    assert not service.discreet


def test_a_mediated_discreet_service_reads_back_with_its_doubts(small: Catalogue) -> None:
    service = small.services[ServiceId("pension")]

    assert service.discreet
    assert service.fitness is Fitness.MEDIATED
    assert service.to_verify == (text("Amount of 2026", "Montant de 2026"),)
    assert [amount.to("en") for amount in service.amounts] == ["2026: up to $900", "paid monthly"]
    assert [(need.documents, need.certain) for need in service.requirements] == [
        (("death-certificate", "will"), True),
        (("will",), False),
    ]
    assert service.depends_on[0].kind is DependencyKind.MUST
    assert service.deadlines[0].kind is TimingKind.RETROACTIVE_MAX
    assert service.deadlines[0].offset == "P11M"
    assert not service.source.url_seen


def test_conditions_read_back_as_written(small: Catalogue) -> None:
    relation, age = FactId("relation"), FactId("age")

    assert small.services[ServiceId("certificate")].eligibility == AllOf(
        (
            Comparison(age, Operator.AT_LEAST, 16),
            Comparison(
                relation,
                Operator.IN,
                frozenset({"partner", "child"}),
                required=False,
                note=text("usually close family", "en général la famille proche"),
            ),
        )
    )
    assert small.bundles[BundleId("death")].steps[1].when == AllOf(
        (
            Comparison(relation, Operator.EQUAL, "partner"),
            Comparison(age, Operator.AT_LEAST, 35),
            NoneOf((Comparison(FactId("is_executor"), Operator.EQUAL, True),)),
        )
    )
    assert small.bundles[BundleId("death")].steps[2].when == AnyOf(
        (Comparison(FactId("needs"), Operator.IN, frozenset({"papers"})),)
    )


def test_a_bundle_reads_back_with_steps_partners_and_questions(small: Catalogue) -> None:
    bundle = small.bundles[BundleId("death")]

    assert [step.id for step in bundle.steps] == ["paper", "money", "tell"]
    assert bundle.steps[1].after == ("paper",)
    assert bundle.steps[1].shown_in is StepList.TO_KNOW
    assert (bundle.steps[1].say, bundle.steps[1].papers) == (text("I am alone.", "Je vis seul."), ())
    assert (bundle.steps[0].say, bundle.steps[0].papers) == (None, None)
    assert bundle.steps[2].service is None
    assert bundle.partners == ("registry", "pension")
    assert (bundle.questions, bundle.optional_questions) == (("event_date", "relation", "age"), ("needs",))
    assert bundle.assumed_facts == ("is_executor",)
    assert bundle.review_date == date(2027, 3, 31)
    assert bundle.sensitive


def test_facts_read_back_with_their_choices_limits_and_what_they_say(small: Catalogue) -> None:
    age, executor, relation, income = (
        small.facts[FactId(name)] for name in ("age", "is_executor", "relation", "income")
    )

    assert (age.minimum, age.maximum) == (0, 120)
    assert executor.default is False
    assert executor.said["true"].to("en") == "I am the executor"
    assert [choice.value for choice in relation.choices] == ["partner", "child", "other"]
    assert set(relation.said) == {"partner"}
    assert income.type is FactType.MONEY_BAND
    assert [(choice.minimum, choice.maximum) for choice in income.choices] == [(0, 20), (21, None)]


def test_how_a_service_is_given_reads_back(small: Catalogue, real: Catalogue) -> None:
    counter = small.delivery(ServiceId("certificate"), LocationId("main-street"))
    passport = real.delivery(ServiceId("passport-adult"), LocationId("sc-halifax"))
    tax_help = real.delivery(ServiceId("cvitp-free-tax-clinic"), LocationId("hpl-central"))
    court = real.delivery(ServiceId("probate-grant"), LocationId("law-courts-halifax"))

    assert (counter.structure, counter.on_behalf_of) == (DeliveryStructure.INTEGRATED_AGENCY, None)
    assert (passport.structure, passport.on_behalf_of) == (DeliveryStructure.INTEGRATED_AGENCY, "passport-program")
    assert (tax_help.structure, tax_help.lead, tax_help.verified) == (DeliveryStructure.SHARED, "cra", False)
    assert court.structure is DeliveryStructure.DIRECT


def test_every_service_at_a_place_says_how_it_is_given(real: Catalogue) -> None:
    pairs = {
        (service.organization, real.locations[location].organization)
        for service in real.services.values()
        for location in service.locations
    }

    assert set(real.deliveries) == pairs


def test_papers_and_doors_read_back_in_the_order_of_the_sources(small: Catalogue) -> None:
    assert list(small.documents) == ["proof-of-death", "death-certificate", "will"]
    assert small.documents[DocumentId("will")].form is Form.COPY
    assert small.documents[DocumentId("death-certificate")].satisfied_by == ("will",)
    assert [(door.id, door.kind) for door in small.doors] == [("loss", "situation"), ("help", "urgent")]


def test_hours_read_back_with_special_days_holidays_and_clock(small: Catalogue) -> None:
    counter = small.locations[LocationId("main-street")].schedule
    front = small.phones[PhoneId("front")].schedule

    assert counter.kind is Kind.TIMETABLE
    assert [rule.span for rule in counter.rules] == [Span(time(8, 30), time(12)), Span(time(13), time(16, 30))]
    assert counter.observes is Jurisdiction.NOVA_SCOTIA
    assert (counter.special_days[0].date, counter.special_days[0].span) == (
        date(2026, 12, 24),
        Span(time(8, 30), time(12)),
    )
    assert counter.special_days[0].reason == text("Christmas Eve", "Veille de Noël")
    assert front.zone == "America/Toronto"
    assert small.phones[PhoneId("crisis")].schedule.kind is Kind.ALWAYS


def test_monthly_rules_read_back_with_the_days_they_begin_and_end(small: Catalogue) -> None:
    monthly, overnight = small.locations[LocationId("back-office")].schedule.rules

    assert monthly.freq is Frequency.MONTHLY
    assert monthly.byday == (ByDay(1, 1),)
    assert (monthly.dtstart, monthly.until) == (date(2026, 1, 6), date(2026, 12, 31))
    assert (overnight.valid_from, overnight.valid_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert overnight.span == Span(time(22), time(2))


def test_a_place_without_hours_is_unknown_not_closed(real: Catalogue) -> None:
    assert real.locations[LocationId("hrm-csc-acadia")].schedule.kind is Kind.UNKNOWN


def test_everything_in_the_real_catalogue_is_said_in_both_languages(real: Catalogue) -> None:
    said = [
        *(service.name for service in real.services.values()),
        *(service.gives for service in real.services.values()),
        *(fact.question for fact in real.facts.values()),
        *(step.title for bundle in real.bundles.values() for step in bundle.steps),
        *(document.name for document in real.documents.values()),
        *(door.label for door in real.doors),
    ]

    assert [words for words in said if not (words.wordings.get("en") and words.wordings.get("fr"))] == []


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CatalogueMissingError) as caught:
        load(tmp_path / "catalogue.db")

    assert caught.value.code == "catalogue_missing"


@pytest.mark.parametrize("share", [0, 1, 2, 3])
def test_a_torn_file_is_damaged(tiny_database: Path, share: int) -> None:
    whole = tiny_database.read_bytes()
    tiny_database.write_bytes(whole[: len(whole) * share // 4])

    with pytest.raises(CatalogueDamagedError) as caught:
        load(tiny_database)

    assert caught.value.code == "catalogue_damaged"


def test_a_page_of_zeros_is_damage(tiny_database: Path) -> None:
    whole = bytearray(tiny_database.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = bytes(4096)
    tiny_database.write_bytes(whole)

    with pytest.raises(CatalogueDamagedError):
        load(tiny_database)


@pytest.mark.parametrize("seed", range(12))
def test_bytes_changed_anywhere_are_damage_or_go_unseen_but_never_a_crash(tiny_database: Path, seed: int) -> None:
    chance = random.Random(seed)
    altered = bytearray(tiny_database.read_bytes())
    for _ in range(200):
        altered[chance.randrange(len(altered))] = chance.randrange(256)
    tiny_database.write_bytes(altered)

    with contextlib.suppress(CatalogueDamagedError):
        assert load(tiny_database).version


def test_another_file_is_not_a_catalogue(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a catalogue at all, and longer than a header is")

    with pytest.raises(CatalogueDamagedError):
        load(tmp_path / "note.txt")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("PRAGMA application_id = 1", "is not a Guichet catalogue"),
        ("PRAGMA user_version = 99", "has schema 99"),
        ("UPDATE channel SET type = 'pigeon'", "pigeon"),
        ("DROP TABLE door", "no such table"),
        ("DELETE FROM edition", "damaged"),
    ],
)
def test_a_database_that_is_no_catalogue_of_this_version_is_refused(
    tiny_database: Path, change: str, says: str
) -> None:
    with closing(sqlite3.connect(tiny_database)) as connection:
        connection.execute(change)
        connection.commit()

    with pytest.raises(CatalogueDamagedError, match=says):
        load(tiny_database)


def test_reading_leaves_nothing_beside_the_file(tiny_database: Path) -> None:
    tiny_database.chmod(0o400)

    load(tiny_database)

    assert [path.name for path in tiny_database.parent.glob("tiny.db*")] == ["tiny.db"]
