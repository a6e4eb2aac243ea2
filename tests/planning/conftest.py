"""The real catalogue, a workshop for small ones, and a Monday morning in Halifax."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.build import build
from kiosk.catalogue.conditions import ALWAYS, AllOf, Comparison, Condition, FactId, Operator
from kiosk.catalogue.hours import ALWAYS_OPEN, UNKNOWN_HOURS, Schedule
from kiosk.catalogue.model import (
    AnchorId,
    Bundle,
    BundleState,
    Catalogue,
    ChannelType,
    Choice,
    Confidence,
    CostOption,
    Dependency,
    DependencyKind,
    Document,
    Fact,
    FactType,
    Fitness,
    GovernmentLevel,
    Location,
    Phone,
    Requirement,
    Service,
    Source,
    Step,
    StepLevel,
    Timing,
    TimingKind,
)
from kiosk.catalogue.reading import load
from kiosk.catalogue.text import Text, text
from kiosk.planning import Here, make_plan
from kiosk.planning.plan import Plan

SOURCE = Source("a test", "2026", Confidence.HIGH)
MONDAY = datetime(2026, 1, 12, 10, 0, tzinfo=ZoneInfo("America/Halifax"))


class Workshop:
    """Makes small catalogues: parts have their ids for names, and everything else that a test does not speak of."""

    now = MONDAY
    today = MONDAY.date()
    always_open = ALWAYS_OPEN

    @staticmethod
    def where(fact: str, value: Any, operator: Operator = Operator.EQUAL, **more: Any) -> Comparison:
        held = frozenset(value) if isinstance(value, list) else value
        return Comparison(FactId(fact), operator, held, **more)

    @staticmethod
    def all_of(*parts: Condition) -> AllOf:
        return AllOf(parts)

    @staticmethod
    def timing(offset: str | None, anchor: str = "death", kind: TimingKind = TimingKind.DEADLINE) -> Timing:
        return Timing(kind, AnchorId(anchor), offset)

    @staticmethod
    def late(words: str) -> Timing:
        return Timing(TimingKind.RETROACTIVE_MAX, AnchorId("application"), "-P11M", text(words, words))

    @staticmethod
    def service(
        name: str,
        channels: str = "phone",
        *,
        needs: tuple[str | tuple[str, ...], ...] = (),
        gives: tuple[str, ...] = (),
        costs: tuple[str | None, ...] = (),
        places: tuple[str, ...] = (),
        lines: tuple[str, ...] = (),
        mediated: bool = False,
        **more: Any,
    ) -> Service:
        return Service(
            id=name,
            number=1,
            name=text(name, name),
            organization="somebody",
            government_level=GovernmentLevel.PROVINCIAL,
            gives=text("", ""),
            channels=tuple(ChannelType(channel) for channel in channels.split()),
            fitness=Fitness.MEDIATED if mediated else Fitness.SELF_SERVICE,
            source=SOURCE,
            requirements=tuple(Requirement((need,) if isinstance(need, str) else need) for need in needs),
            produces=gives,
            costs=tuple(
                CostOption(text("", ""), Decimal(cost) if cost else None, "CAD", "2026", Confidence.HIGH)
                for cost in costs
            ),
            locations=places,
            phones=lines,
            **more,
        )

    @staticmethod
    def on(service: str, kind: str = "must", paper: str | None = None) -> Dependency:
        return Dependency(service, DependencyKind(kind), paper)

    @staticmethod
    def priced(service: Service, *costs: CostOption) -> Service:
        return replace(service, costs=costs)

    @staticmethod
    def paper(name: str, issued_by: str | None = None, counts: tuple[str, ...] = ()) -> Document:
        return Document(name, text(name, name), issuing_service=issued_by, satisfied_by=counts)

    @staticmethod
    def step(name: str, service: str | None = None, *, level: str = "should", **more: Any) -> Step:
        return Step(id=name, number=1, title=text(name, name), level=StepLevel(level), service=service, **more)

    @staticmethod
    def bundle(name: str, *steps: Step, asks: str = "", may_ask: str = "", event_date: Text | None = None) -> Bundle:
        return Bundle(
            id=name,
            number=1,
            name=text(name, name),
            kind="life_event",
            steps=steps,
            questions=tuple(FactId(fact) for fact in asks.split()),
            optional_questions=tuple(FactId(fact) for fact in may_ask.split()),
            event_date=event_date,
            theme="all",
            icon="",
            tile=text(name, name),
            state=BundleState.ESTABLISHED,
        )

    @staticmethod
    def fact(name: str, kind: FactType = FactType.BOOLEAN, choices: str = "", **more: Any) -> Fact:
        made = tuple(Choice(choice, text(choice, choice)) for choice in choices.split())
        return Fact(FactId(name), kind, text(name, name), text("", ""), False, choices=made, **more)

    @staticmethod
    def place(name: str, north: float | None = 0.0, schedule: Schedule = UNKNOWN_HOURS) -> Location:
        """A place so many degrees north of the kiosk."""
        return Location(
            id=name,
            organization="somebody",
            name=text(name, name),
            schedule=schedule,
            verified=True,
            source=SOURCE,
            latitude=None if north is None else 44.65 + north,
            longitude=-63.57,
        )

    @staticmethod
    def line(name: str, schedule: Schedule = UNKNOWN_HOURS) -> Phone:
        return Phone(name, "211", text(name, name), "voice", schedule, True, SOURCE)

    def catalogue(self, bundles: tuple[Bundle, ...], *parts: Service | Fact | Location | Phone | Document) -> Catalogue:
        """Everything named in `parts`, with a plain document for each paper that a service speaks of."""
        of: dict[type, dict[str, Any]] = {kind: {} for kind in (Service, Fact, Location, Phone, Document)}
        for part in parts:
            of[type(part)][part.id] = part
        papers = {
            document: Document(document, text(document, document))
            for service in of[Service].values()
            for document in (*service.produces, *(d for r in service.requirements for d in r.documents))
        }
        return Catalogue(
            version=1,
            day=date(2026, 1, 1),
            services=of[Service],
            organizations={},
            locations=of[Location],
            phones=of[Phone],
            documents={**papers, **of[Document]},
            facts={**of[Fact], "event_date": self.fact("event_date", FactType.DATE)},
            anchors={},
            bundles={bundle.id: bundle for bundle in bundles},
            doors=(),
        )

    def plan(self, catalogue: Catalogue, answers: Mapping[str, Any] | None = None, **more: Any) -> Plan:
        """The plan of all the bundles of `catalogue`, on a Monday morning at the kiosk."""
        here = more.pop("here", Here(44.65, -63.57))
        chosen = more.pop("bundles", tuple(catalogue.bundles))
        return make_plan(catalogue, chosen, answers or {}, now=more.pop("now", MONDAY), here=here, **more)

    always = ALWAYS


@pytest.fixture(scope="session")
def small() -> Workshop:
    return Workshop()


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The Nova Scotia catalogue, built from its sources."""
    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(Path(__file__).resolve().parents[2] / "assets" / "catalogue", target)
    return load(target)
