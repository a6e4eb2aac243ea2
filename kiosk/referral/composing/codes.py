"""What a plan's code carries: the numbers of its services, and its words for a telephone that has no network."""

from collections.abc import Sequence

from kiosk.catalogue.model import Catalogue
from kiosk.languages.foreign import bare, foreign
from kiosk.languages.formats import listing
from kiosk.planning.plan import Plan, PlannedStep, Status
from kiosk.referral import token
from kiosk.referral.composing.choices import hides_topic
from kiosk.referral.composing.steps import Telling, contact
from kiosk.referral.forms import PlanText, StepText
from kiosk.wording import slip as words
from kiosk.wording.steps import service_of


def token_items(catalogue: Catalogue, plan: Plan, with_steps: bool) -> tuple[token.Item, ...]:
    """The services of the plan's steps to do, once each, in plan order; `with_steps` also gives the first bundle's
    step numbers, which tell the topic. Steps outside the catalogue have no number and are left out.
    """
    items: dict[int, token.Item] = {}
    first = plan.do_first()
    for step in plan.to_do():
        service = service_of(catalogue, step)
        if service is not None and service.number not in items:
            known = _step_number(catalogue, plan, step) if with_steps else 0
            items[service.number] = token.Item(
                service.number,
                known,
                min(step.number, 0xFF),
                first=step is first,
                may_apply=step.status is Status.MAY_APPLY,
            )
    return tuple(items.values())


def plan_text(telling: Telling, short_code: str) -> PlanText:
    """The plan in words for the text form; discreet services are left out, and the numbers closed up."""
    messages, plan = telling.messages, telling.plan
    hidden = hides_topic(telling.catalogue, plan.bundles, telling.choices)
    steps = [step for step in plan.to_do() if not _is_discreet(telling.catalogue, step)]
    return PlanText(
        title=words.plain_title(messages) if hidden else bare(topic(telling)),
        code=short_code,
        steps=tuple(
            StepText(number, bare(telling.said(step.title)), _lines(telling, step))
            for number, step in enumerate(steps, start=1)
        ),
    )


def topic(telling: Telling) -> str:
    """The names of the plan's bundles in the language told; where one has none in it, all in the office's."""
    names = [telling.catalogue.bundles[bundle].name for bundle in telling.plan.bundles]
    if all(name.language_shown(telling.language) == telling.language for name in names):
        return listing(telling.messages, [name.to(telling.language) for name in names])
    office = telling.choices.languages[-1]
    return foreign(listing(telling.messages_of(office), [name.to(office) for name in names]))


def discreet_numbers(catalogue: Catalogue) -> frozenset[int]:
    """The services that no code may carry."""
    return frozenset(service.number for service in catalogue.services.values() if service.discreet)


def _lines(telling: Telling, step: PlannedStep) -> tuple[str, ...]:
    told: Sequence[str] = (words.when(telling.messages, step.deadline, telling.today), contact(telling, step))
    return tuple(bare(line) for line in told if line)


def _is_discreet(catalogue: Catalogue, step: PlannedStep) -> bool:
    service = service_of(catalogue, step)
    return service is not None and service.discreet


def _step_number(catalogue: Catalogue, plan: Plan, step: PlannedStep) -> int:
    bundle = catalogue.bundles[plan.bundles[0]]
    if step.bundle != bundle.id:
        return 0
    return next((known.number for known in bundle.steps if known.id == step.step), 0)
