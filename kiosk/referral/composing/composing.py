"""The whole slip: what stands above the steps, the steps, and what every slip says below them."""

from collections.abc import Callable
from datetime import datetime

from kiosk.catalogue.model import Catalogue, StepList
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.languages.foreign import foreign
from kiosk.planning.plan import NeededDocument, Plan, Status
from kiosk.referral.composing.choices import Choices, hides_topic
from kiosk.referral.composing.codes import topic
from kiosk.referral.composing.steps import Telling, as_known, in_brief, in_detail
from kiosk.referral.slip.content import BringItem, Modules, Remark, Slip, SlipPart, SlipStep
from kiosk.wording import slip as words

_LONG, _LONGEST = 4, 8
"""Steps beyond which a roll tells fewer of them in full."""

_OTHER = {"en": "fr", "fr": "en"}


def compose(
    catalogue: Catalogue,
    plan: Plan,
    choices: Choices,
    site: Site,
    now: datetime,
    messages_of: Callable[[str], Messages],
    *,
    code: str,
    qr: Modules,
    opens_page: bool = False,
) -> Slip:
    """Say the whole plan as a slip, in each language chosen.

    `code` and `qr` are empty when the referral could not be registered or signed; `opens_page` tells that the QR
    leads to a page and not to plain text. `now` is on the site's clock.
    """
    parts = tuple(
        _part(Telling(catalogue, plan, choices, language, messages_of, now, site.zone), site, qr, opens_page)
        for language in choices.languages
    )
    hidden = hides_topic(catalogue, plan.bundles, choices)
    return Slip(code, parts, qr, plain_cover=hidden, side_by_side=choices.side_by_side)


def _part(telling: Telling, site: Site, qr: Modules, opens_page: bool) -> SlipPart:
    messages, language = telling.messages, telling.messages.language
    hidden = hides_topic(telling.catalogue, telling.plan.bundles, telling.choices)
    steps = _steps(telling)
    return SlipPart(
        language=language,
        centre=_from_the_office(telling, site.name.in_language(telling.office)),
        issued=words.issued(messages, telling.now),
        title=words.plain_title(messages) if hidden else topic(telling),
        plain_title=words.plain_title(messages),
        heading="" if hidden else _heading(telling),
        lead=words.lead(messages, telling.plan),
        steps=steps,
        papers_title=messages.pgettext("slip", "To bring")
        if telling.choices.paper.is_receipt
        else messages.gettext("What to bring, all together"),
        papers=_papers(telling),
        papers_steps=messages.pgettext("slip", "Steps"),
        papers_if_asked=messages.gettext("Only if they ask for it"),
        also_title=messages.gettext("Good to know"),
        also=_also(telling),
        if_no=_if_no(telling, site),
        help_line=Remark(
            messages.gettext("Not sure? Phone or text 211."), messages.gettext("It is free, day and night.")
        ),
        qr_caption=_caption(messages, bool(qr), opens_page),
        qr_alt=messages.gettext("Square code that opens your plan on a phone"),
        keeping=messages.gettext("No name is stored or printed."),
        data_date=words.data_date(messages, telling.catalogue),
        other_language=_other_language(telling, site),
        page_line=messages.gettext("Page {page} of {pages}"),
        # Note: at the head of a sheet, over the rest of a step, as in "2 Health card, continued"
        continued_line=messages.gettext("{step}, continued"),
        staff_title=_staff(telling),
        outcomes=(
            messages.pgettext("outcome", "got"),
            messages.pgettext("outcome", "applied"),
            messages.pgettext("outcome", "no"),
        ),
    )


def _steps(telling: Telling) -> tuple[SlipStep, ...]:
    detailed, choices = _detailed(telling), telling.choices
    listed = _lists_papers(telling) and (choices.paper.is_receipt or choices.side_by_side)
    return tuple(
        in_detail(telling, step, with_papers=not listed) if step.id in detailed else in_brief(telling, step)
        for step in telling.plan.to_do()
    )


def _detailed(telling: Telling) -> frozenset[str]:
    """The steps told in full: on a sheet every one, on a roll the one to do first and a few that follow it."""
    steps = [step.id for step in telling.plan.to_do()]
    first = telling.plan.do_first()
    if first is None or not telling.choices.paper.is_receipt:
        return frozenset(steps)
    begin = steps.index(first.id)
    return frozenset(steps[begin : begin + detailed_on_a_roll(len(steps))])


def detailed_on_a_roll(steps: int) -> int:
    """How many of so many steps a roll tells in full, so that it stays short enough to fold; the others take two
    lines each, and the slip is shown again for them.
    """
    return 3 if steps <= _LONG else 2 if steps <= _LONGEST else 1


def _lists_papers(telling: Telling) -> bool:
    """Tell whether the papers of all steps stand in one list: on a sheet, and on a roll of more than one step. Two
    languages side by side always have it: there a paper's name stands once.
    """
    roll = telling.choices.paper.is_receipt
    return not roll or len(telling.plan.to_do()) > 1 or telling.choices.side_by_side


def _papers(telling: Telling) -> tuple[BringItem, ...]:
    """Every paper once, with the steps that ask for it."""
    plan = telling.plan
    if not _lists_papers(telling):
        return ()
    return tuple(_paper(telling, needed) for needed in plan.documents if words.paper_numbers(needed.steps, plan))


def _paper(telling: Telling, needed: NeededDocument) -> BringItem:
    plan, messages, roll = telling.plan, telling.messages, telling.choices.paper.is_receipt
    document = telling.catalogue.documents[needed.id]
    if telling.choices.side_by_side:
        name, form = telling.said(document.name), words.form_and_origin(messages, needed, plan, alone=roll)
    else:
        name, form = words.paper(messages, document, needed, plan), words.form(messages, needed, alone=roll)
    return BringItem(
        name,
        form,
        words.paper_steps(messages, needed.steps, plan),
        if_asked=roll and not needed.certain,
        numbers=words.paper_numbers(needed.steps, plan),
    )


def _also(telling: Telling) -> tuple[Remark, ...]:
    told = (
        as_known(telling, step)
        for kind in (StepList.AUTOMATIC, StepList.TO_KNOW)
        for step in telling.plan.steps
        if step.list is kind and step.status is not Status.DOES_NOT_APPLY
    )
    return tuple(dict.fromkeys(remark for remark in told if remark is not None))


def _if_no(telling: Telling, site: Site) -> Remark:
    messages = telling.messages
    strong = messages.gettext("If they say no:")
    if site.desk is None:
        return Remark(strong, messages.gettext("ask “May I have that in writing?” Then come back to us."))
    hours = site.desk.in_language(telling.office).rstrip(".")
    return Remark(
        strong,
        messages.gettext("ask “May I have that in writing?” Then come back to us: {hours}.").format(
            hours=_from_the_office(telling, hours)
        ),
    )


def _from_the_office(telling: Telling, words: str) -> str:
    """`words` in the language of the office, marked where that is not the one told."""
    return words if telling.office == telling.language else foreign(words)


def _caption(messages: Messages, signed: bool, opens_page: bool) -> Remark:
    if not signed:
        return Remark(
            messages.gettext("This slip has no square code today."),
            messages.gettext("The steps are all here: keep the paper."),
        )
    if opens_page:
        return Remark(
            messages.gettext("Your plan on your phone:"), messages.gettext("photograph this code. It opens a web page.")
        )
    return Remark(
        messages.gettext("Your plan on your phone, as text:"),
        messages.gettext("photograph this code. No network needed."),
    )


def _heading(telling: Telling) -> str:
    """`Your plan · Votre plan`: what this paper is, for whoever is shown it."""
    return " · ".join(messages.pgettext("slip", "Your plan") for messages in _bilingual(telling))


def _staff(telling: Telling) -> str:
    return " · ".join(messages.pgettext("slip", "Staff") for messages in _bilingual(telling))


def _bilingual(telling: Telling) -> tuple[Messages, ...]:
    """The words of both office languages; of two languages side by side, those of the one told."""
    if telling.choices.side_by_side:
        return (telling.messages,)
    return telling.messages, telling.messages_of(_OTHER.get(telling.messages.language, "en"))


def _other_language(telling: Telling, site: Site) -> str:
    other = _OTHER.get(telling.office, "en")
    if other in telling.choices.languages or other not in site.languages:
        return ""
    # Note: names the language it is written in, so its French is « Aussi en français : demandez-nous. »
    return telling.messages_of(other).gettext("Also in English: ask us.")
