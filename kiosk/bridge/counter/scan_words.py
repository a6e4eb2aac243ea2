"""What a slip that was scanned says to staff: whose it is, what is to be thought of it, its steps, what has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.catalogue.model import Catalogue
from kiosk.counter.reopening.aspects import Aspect
from kiosk.counter.reopening.changes import Changes
from kiosk.languages import N_, Messages
from kiosk.languages.formats import full_date, listing, month_and_year, plain_date
from kiosk.languages.shipped import words_of
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.referral.composing.choices import Choices
from kiosk.referral.composing.steps import Telling, in_detail
from kiosk.referral.reading import Reading, Signature
from kiosk.referral.slip.content import Paper
from kiosk.visit.reopened import Found, Reopened
from kiosk.visit.single import is_single
from kiosk.wording.slip import Label, label
from kiosk.wording.steps import service_of

PARTS = {
    Aspect.HOURS: N_("hours"),
    Aspect.PHONE: N_("phone number"),
    Aspect.ADDRESS: N_("address"),
    Aspect.PAPERS: N_("papers to bring"),
    Aspect.WHO: N_("who can get it"),
    Aspect.FEES: N_("price"),
    Aspect.WEB: N_("web page"),
    Aspect.DATES: N_("dates"),
}
_ROWS = {
    Aspect.HOURS: (Label.OPEN,),
    Aspect.PHONE: (Label.PHONE,),
    Aspect.ADDRESS: (Label.WHERE,),
    Aspect.PAPERS: (Label.BRING,),
    Aspect.FEES: (Label.COST,),
    Aspect.WEB: (Label.WEBSITE,),
    Aspect.DATES: (Label.WHEN,),
}
"""Which row of a step tells of what changed."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a step, in words, and the tone of its chip."""

    words: str
    tone: str = "calm"


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One step of the slip. `number` is the one on the paper; `step` is empty for a step that is not known here."""

    number: str
    title: str
    first: bool
    may: bool
    changed: str
    changedTone: str
    lastChecked: str
    outcome: str
    outcomeTone: str
    step: str
    service: str
    spoken: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that the step says today; `changed` since the slip was printed."""

    label: str
    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be thought of the slip: a word for a chip, and a sentence that says what to do, if anything."""

    chip: str = ""
    tone: str = "calm"
    symbol: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says of a slip; nothing of it while there is none."""

    code: str = ""
    made: str = ""
    edition: str = ""
    topic: str = ""
    standing: Standing = field(default_factory=Standing)
    expiry: Standing = field(default_factory=Standing)
    cannot_tell: str = ""
    unknown: str = ""
    rows: tuple[ScanRow, ...] = ()


def shown(
    messages: Messages,
    catalogue: Catalogue,
    reading: Reading,
    opened: Reopened,
    plan: Plan,
    changes: Changes,
    became: Mapping[int, Became],
    today: date,
) -> Shown:
    """What the page says. `plan` is that of `opened`; `became` is by the numbers of services."""
    referral = reading.referral
    return Shown(
        code=str(reading.code),
        made=made(messages, reading, today),
        edition=messages.gettext("Catalogue {version}").format(version=referral.catalogue_version),
        topic=topic(messages, catalogue, plan),
        standing=standing(messages, reading.signature),
        expiry=_expiry(messages, reading, today),
        cannot_tell="" if changes.can_tell else _cannot_tell(messages, referral.catalogue_version),
        unknown=_unknown(messages, opened),
        rows=tuple(_row(messages, catalogue, found, plan, changes, became, today) for found in opened.items),
    )


def made(messages: Messages, reading: Reading, today: date) -> str:
    """`Made on Thursday 12 March by Truro (kiosk 12)`."""
    kiosk = messages.gettext("kiosk {number}").format(number=reading.kiosk_number)
    if reading.kiosk_name:
        named = messages.gettext("{name} (kiosk {number})")
        kiosk = named.format(name=reading.kiosk_name, number=reading.kiosk_number)
    day = full_date(messages, reading.referral.issued, today)
    return messages.gettext("Made on {day} by {kiosk}").format(day=day, kiosk=kiosk)


def topic(messages: Messages, catalogue: Catalogue, plan: Plan) -> str:
    """The situation that the plan is about; a list of services has none."""
    names = [catalogue.bundles[bundle].name.to(messages.language) for bundle in plan.bundles if not is_single(bundle)]
    return listing(messages, names) if names else messages.gettext("A list of services")


def standing(messages: Messages, signature: Signature) -> Standing:
    """What its signature says of the slip."""
    gettext = messages.gettext
    match signature:
        case Signature.HOLDS:
            return Standing(gettext("Genuine"), "good", "circle-check")
        case Signature.NOT_CHECKED:
            advice = gettext(
                "The kiosk that made this slip is not known here, so nobody can tell whether it was changed. "
                "Go through the steps with the person."
            )
            return Standing(gettext("Not checked"), "warn", "help-circle", advice)
        case Signature.ALTERED:
            advice = gettext(
                "This code is not what the kiosk signed: it was changed or misread, or the kiosk has a new key. "
                "Scan it once more, and again once this machine has been brought up to date (F7). "
                "If this comes even then, do not trust the slip, and make the plan anew."
            )
            return Standing(gettext("Altered"), "bad", "alert-circle", advice)


def checked(messages: Messages, as_of: str, today: date) -> str:
    """When somebody last looked whether it is so: `Checked in March 2026`; empty for what is no date."""
    try:
        match as_of.count("-"):
            case 2:
                told = plain_date(messages, date.fromisoformat(as_of), today)
                return messages.gettext("Checked on {day}").format(day=told)
            case 1:
                told = month_and_year(messages, date.fromisoformat(f"{as_of}-01"))
                return messages.gettext("Checked in {month}").format(month=told)
            case _:
                return messages.gettext("Checked in {month}").format(month=str(int(as_of))) if as_of else ""
    except ValueError:
        return ""


def facts_of(
    messages: Messages,
    catalogue: Catalogue,
    plan: Plan,
    step: PlannedStep,
    aspects: tuple[Aspect, ...],
    now: datetime,
    zone: ZoneInfo,
) -> tuple[FactRow, ...]:
    """What a slip printed today says of the step, row by row, as on a sheet."""
    choices = Choices(languages=(messages.language,), paper=Paper.LETTER)
    telling = Telling(catalogue, plan, choices, messages.language, words_of, now, zone)
    marked = {label(messages, which) for aspect in aspects for which in _ROWS.get(aspect, ())}
    return tuple(
        FactRow(row.label, "\n".join((*row.lines, *row.notes, *row.other)), row.label in marked)
        for row in in_detail(telling, step).rows
    )


def changed_words(messages: Messages, aspects: tuple[Aspect, ...]) -> str:
    """`Changed since it was printed: hours and price`; a service that may be closed says only that."""
    if not aspects:
        return ""
    if Aspect.CLOSED in aspects:
        return messages.gettext("It may be closed now: ask before the person goes")
    parts = listing(messages, [messages.gettext(PARTS[aspect]) for aspect in aspects])
    return messages.gettext("Changed since it was printed: {parts}").format(parts=parts)


def _row(
    messages: Messages,
    catalogue: Catalogue,
    found: Found,
    plan: Plan,
    changes: Changes,
    became: Mapping[int, Became],
    today: date,
) -> ScanRow:
    item = found.item
    step = _step_of(plan, found.step)
    service = service_of(catalogue, step) if step else None
    aspects = changes.by_service.get(item.service, ())
    changed = changed_words(messages, aspects) if service else _why_unknown(messages, changes, item.service)
    outcome = became.get(item.service, Became(""))
    title = step.title.to(messages.language) if step else _not_known(messages, item.service)
    row = ScanRow(
        number=str(item.order) if item.order else "",
        title=title,
        first=item.first,
        may=step is not None and step.status is Status.MAY_APPLY,
        changed=changed,
        changedTone="bad" if service is None or Aspect.CLOSED in aspects else "warn",
        lastChecked=checked(messages, service.source.as_of, today) if service else "",
        outcome=outcome.words,
        outcomeTone=outcome.tone,
        step=found.step if step else "",
        service=service.id if service else "",
        spoken="",
    )
    return replace(row, spoken=". ".join(_spoken(messages, row)))


def _spoken(messages: Messages, row: ScanRow) -> Iterator[str]:
    yield f"{row.number}. {row.title}" if row.number else row.title
    if row.first:
        yield messages.gettext("Do first")
    if row.may:
        yield messages.gettext("May apply")
    yield from (words for words in (row.changed, row.lastChecked, row.outcome) if words)


def _step_of(plan: Plan, step_id: str) -> PlannedStep | None:
    return next((step for step in plan.to_do() if step_id and step_id in (step.id, *step.also)), None)


def _not_known(messages: Messages, number: int) -> str:
    return messages.gettext("A step this machine does not know (no. {number})").format(number=number)


def _why_unknown(messages: Messages, changes: Changes, number: int) -> str:
    if number in changes.gone:
        return messages.gettext("It is in the catalogue no more: look for another in Walk-in")
    return messages.gettext("Our catalogue is another one: read it on the slip itself")


def _unknown(messages: Messages, opened: Reopened) -> str:
    """That a slip printed here would lack steps; empty where it would not."""
    count = len(opened.unknown)
    if not count:
        return ""
    return messages.ngettext(
        "{count} step cannot be printed here: let the person keep the old slip too.",
        "{count} steps cannot be printed here: let the person keep the old slip too.",
        count,
    ).format(count=count)


def _expiry(messages: Messages, reading: Reading, today: date) -> Standing:
    day = full_date(messages, reading.referral.last_day, today)
    if not reading.expired:
        return Standing(messages.gettext("Good until {day}").format(day=day))
    usable = reading.signature is not Signature.ALTERED
    advice = messages.gettext("The steps are still of use. Printed again, it gets a new code and a new date.")
    return Standing(
        messages.gettext("Expired since {day}").format(day=day), "warn", "calendar-due", advice if usable else ""
    )


def _cannot_tell(messages: Messages, version: int) -> str:
    return messages.gettext(
        "This machine never had catalogue {version}, so it cannot tell what has changed since. "
        "Each step says when it was last checked."
    ).format(version=version)
