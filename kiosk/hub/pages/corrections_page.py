"""The pages of flags and corrections: what waits, one of them and its decision, and the file of all decisions."""

from dataclasses import replace

from kiosk.counter.corrections import exchange
from kiosk.counter.corrections.values import LONGEST_SAYING, Correction, Flag, Saying, Value
from kiosk.errors import KioskError
from kiosk.hub.pages.amending import is_amended, saying_of, value_of
from kiosk.hub.pages.asking import Answer, Asked, Moved, NothingThereError, Taken
from kiosk.hub.pages.corrections_words import (
    FAULTS,
    Around,
    Decisions,
    Refused,
    Said,
    address_of,
    decision_page,
    waiting_page,
)
from kiosk.hub.pages.frame import CORRECTIONS
from kiosk.hub.pages.operators import Act, note
from kiosk.hub.pages.releases import published_decisions
from kiosk.hub.store import reading
from kiosk.hub.store.deciding import DecidedError, decide_correction, decide_flag, decided_file


def waiting(asked: Asked) -> Answer:
    """The page of everything that waits."""
    found = reading.waiting(asked.desk.store)
    said: list[tuple[bytes, Said]] = [*found.flags, *found.corrections]
    return waiting_page(_around(asked), said, _decisions(asked), asked.query.get("told", ""))


def decided(asked: Asked) -> Answer:
    """The file of decisions, in the form that counters read in."""
    return Taken("decided.json", decided_file(asked.desk.store))


def one_flag(asked: Asked) -> Answer:
    """The page of a flag, or what came of its form."""
    return _one(asked, Flag)


def one_correction(asked: Asked) -> Answer:
    """The page of a correction, or what came of its form."""
    return _one(asked, Correction)


def _decisions(asked: Asked) -> Decisions:
    """How many there are, and how many of them no kiosk can have read yet."""
    kept = _in(decided_file(asked.desk.store))
    published = published_decisions(asked.desk.repository, asked.desk.region)
    return Decisions(len(kept), len(kept - _in(published) if published else kept))


def _in(file: bytes) -> frozenset[Said]:
    flags, corrections = exchange.read(file)
    return frozenset((*flags, *corrections))


def _one(asked: Asked, kind: type[Flag] | type[Correction]) -> Answer:
    found = reading.waiting(asked.desk.store)
    said: list[tuple[bytes, Said]] = [*found.flags, *found.corrections]
    known = (one for one in said if isinstance(one[1], kind) and one[1].id == asked.parts.get("id"))
    match next(known, None):
        case None if asked.form:
            return Moved(f"{CORRECTIONS}?told=gone")
        case None:
            raise NothingThereError("it does not wait")
        case kid, it:
            return _decided(asked, kid, it) if asked.form else decision_page(_around(asked), kid, it, None)


def _decided(asked: Asked, kid: bytes, said: Said) -> Answer:
    """What came of the form of one that waits."""
    refused = _refused(asked)
    if refused is None:
        try:
            return _keep(asked, said)
        except DecidedError:
            return Moved(f"{CORRECTIONS}?told=gone")
        except (KioskError, ValueError) as error:
            if not isinstance(error, KioskError) or error.code not in FAULTS:
                raise
            refused = Refused("words", error.code, asked.form)
    return decision_page(_around(asked), kid, said, refused)


def _refused(asked: Asked) -> Refused | None:
    decision, reason = asked.form.get("decision", ""), asked.form.get("reason", "").strip()
    if decision not in ("accept", "reject"):
        return Refused("decision", "no_choice", asked.form)
    if decision == "reject" and not reason:
        return Refused("reason", "no_reason", asked.form)
    if len(reason) > LONGEST_SAYING:
        return Refused("reason", "reason_long", asked.form)
    return None


def _keep(asked: Asked, said: Said) -> Answer:
    accepted = asked.form["decision"] == "accept"
    reason = " ".join(asked.form.get("reason", "").split())
    store, who, now = asked.desk.store, asked.who.id, asked.now
    amended = accepted and is_amended(asked.messages, said.says if isinstance(said, Flag) else said.value, asked.form)
    if isinstance(said, Flag):
        says: Saying | None = saying_of(said.says, asked.form) if amended else None
        decide_flag(store, said.id, accepted=accepted, who=who, at=now, reason=reason, says=says)
    else:
        value = _value(asked, said, amended=amended) if accepted else None
        decide_correction(store, said.id, accepted=accepted, who=who, at=now, reason=reason, amended=value)
    act = Act.AMENDED if amended else Act.ACCEPTED if accepted else Act.REJECTED
    with store.atomic() as statements:
        note(statements, asked.at, asked.who.name, act, address_of(said).removeprefix(f"{CORRECTIONS}/"))
    return Moved(f"{CORRECTIONS}?told={'accepted' if accepted else 'rejected'}")


def _value(asked: Asked, said: Correction, *, amended: bool) -> Value | None:
    """The value typed in place of the correction's; None where it stays. What a kiosk would refuse is refused here."""
    catalogue = asked.desk.catalogue()
    value = None
    if amended:
        today = asked.now.astimezone(asked.desk.zone).date()
        value = value_of(catalogue, said.subject, said.value, asked.form, today)
    exchange.check(catalogue, replace(said, value=value or said.value, at=asked.now if amended else said.at))
    return value


def _around(asked: Asked) -> Around:
    desk = asked.desk
    return Around(asked.messages, desk.catalogue(), asked.now, desk.zone, reading.names(desk.store))
