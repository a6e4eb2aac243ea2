"""Facts, anchors, bundles with their steps, and doors, from their rows."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from kiosk.catalogue.conditions import ALWAYS, Answer, FactId
from kiosk.catalogue.model import (
    AnchorId,
    Bundle,
    BundleId,
    BundleState,
    Choice,
    DocumentId,
    Door,
    Fact,
    FactType,
    ServiceId,
    Step,
    StepId,
    StepLevel,
    StepList,
    Timing,
    TimingKind,
)
from kiosk.catalogue.reading.services import read_conditions, read_words
from kiosk.catalogue.reading.texts import Texts, grouped
from kiosk.catalogue.text import Text


def read_facts(connection: sqlite3.Connection, texts: Texts) -> Iterator[tuple[FactId, Fact]]:
    """Everything that may be asked, in the order of the sources."""
    choices = grouped(
        (fact, Choice(value, texts.get("fact", fact, f"choice.{value}"), minimum, maximum))
        for fact, value, minimum, maximum in connection.execute(
            "SELECT fact_id, value, minimum, maximum FROM fact_choice ORDER BY fact_id, position"
        )
    )
    for name, kind, sensitive, default, derived_from, minimum, maximum in connection.execute(
        "SELECT id, type, sensitive, default_answer, derived_from, minimum, maximum FROM fact ORDER BY position"
    ):
        answers = ["true", "false", *(choice.value for choice in choices(name))]
        said = {answer: texts.find("fact", name, f"said.{answer}") for answer in answers}
        fact = Fact(
            id=FactId(name),
            type=FactType(kind),
            question=texts.get("fact", name, "question"),
            why=texts.get("fact", name, "why"),
            sensitive=bool(sensitive),
            choices=choices(name),
            default=None if default is None else _answer(json.loads(default), FactType(kind)),
            derived_from=derived_from,
            minimum=minimum,
            maximum=maximum,
            help=texts.find("fact", name, "help"),
            said={answer: text for answer, text in said.items() if text is not None},
        )
        yield fact.id, fact


def read_anchors(connection: sqlite3.Connection, texts: Texts) -> Iterator[tuple[AnchorId, Text]]:
    """What dates are counted from, in the order of the sources."""
    for (name,) in connection.execute("SELECT id FROM anchor ORDER BY position"):
        yield AnchorId(name), texts.get("anchor", name, "label")


def read_bundles(connection: sqlite3.Connection, texts: Texts) -> Iterator[tuple[BundleId, Bundle]]:
    """Every bundle, by number."""
    steps = _steps(connection, texts)
    words = read_words(connection, "bundle")
    partners = grouped(
        connection.execute("SELECT bundle_id, organization_id FROM partner ORDER BY bundle_id, position")
    )
    clientele = grouped(connection.execute("SELECT bundle_id, name FROM clientele ORDER BY bundle_id, position"))
    questions = grouped(
        ((bundle, role), FactId(fact))
        for bundle, role, fact in connection.execute(
            "SELECT bundle_id, role, fact_id FROM bundle_question ORDER BY bundle_id, role, position"
        )
    )
    for name, number, kind, theme, icon, state, steward, review, sensitive in connection.execute(
        "SELECT id, number, kind, theme, icon, state, steward, review_date, sensitive FROM bundle ORDER BY number"
    ):
        title = texts.get("bundle", name, "name")
        bundle = Bundle(
            id=BundleId(name),
            number=number,
            name=title,
            kind=kind,
            steps=steps(name),
            questions=questions((name, "ask")),
            theme=theme,
            icon=icon,
            tile=texts.find("bundle", name, "tile") or title,
            state=BundleState(state),
            steward=steward,
            review_date=date.fromisoformat(review) if review else None,
            optional_questions=questions((name, "optional")),
            assumed_facts=questions((name, "assume")),
            event_date=texts.find("bundle", name, "event_date"),
            clientele=clientele(name),
            safety=texts.find("bundle", name, "safety"),
            opening=texts.find("bundle", name, "opening"),
            sensitive=bool(sensitive),
            words=words.get(name, {}),
            partners=partners(name),
        )
        yield bundle.id, bundle


def read_doors(connection: sqlite3.Connection, texts: Texts) -> Iterator[Door]:
    """The ways in, in the order of the sources."""
    bundles = grouped(connection.execute("SELECT door_id, bundle_id FROM door_bundle ORDER BY door_id, position"))
    services = grouped(connection.execute("SELECT door_id, service_id FROM door_service ORDER BY door_id, position"))
    for name, kind, icon, theme in connection.execute("SELECT id, kind, icon, theme FROM door ORDER BY position"):
        yield Door(name, kind, texts.get("door", name, "label"), icon, theme, bundles(name), services(name))


def _steps(connection: sqlite3.Connection, texts: Texts) -> Callable[[str], tuple[Step, ...]]:
    conditions = read_conditions(connection, texts, "step", "when")
    after = grouped(
        ((bundle, step), StepId(earlier))
        for bundle, step, earlier in connection.execute(
            "SELECT bundle_id, step_id, after_step_id FROM step_dependency ORDER BY bundle_id, step_id, position"
        )
    )
    papers = grouped(
        ((bundle, step), DocumentId(paper))
        for bundle, step, paper in connection.execute(
            "SELECT bundle_id, step_id, document_id FROM step_paper ORDER BY bundle_id, step_id, position"
        )
    )
    rows = connection.execute(
        "SELECT bundle_id, id, number, service_id, level, shown_in, own_papers, timing_kind, timing_anchor_id,"
        " timing_offset FROM step ORDER BY bundle_id, position"
    )
    return grouped(
        (row[0], _step(row, texts, conditions.get(f"{row[0]}/{row[1]}", ALWAYS), after, papers)) for row in rows
    )


def _step(
    row: tuple[Any, ...],
    texts: Texts,
    when: Any,
    after: Callable[[tuple[str, str]], tuple[StepId, ...]],
    papers: Callable[[tuple[str, str]], tuple[DocumentId, ...]],
) -> Step:
    bundle, name, number, service, level, shown_in, own_papers, timing_kind, anchor, offset = row
    key = f"{bundle}/{name}"
    note = texts.find("step", key, "note")
    timing = None
    if timing_kind:
        timing = Timing(TimingKind(timing_kind), AnchorId(anchor), offset, texts.find("step", key, "timing"))
    return Step(
        id=StepId(name),
        number=number,
        title=texts.find("step", key, "title") or note or Text({}),
        level=StepLevel(level),
        service=ServiceId(service) if service else None,
        when=when,
        timing=timing,
        after=after((bundle, name)),
        note=note,
        say=texts.find("step", key, "say"),
        papers=papers((bundle, name)) if own_papers else None,
        shown_in=StepList(shown_in) if shown_in else None,
    )


def _answer(value: Any, kind: FactType) -> Answer:
    if kind is FactType.DATE:
        return date.fromisoformat(value)
    answer: Answer = frozenset(value) if isinstance(value, list) else value
    return answer
