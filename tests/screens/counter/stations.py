"""The counter walked through at its fullest: after each name that is yielded, the window stands there."""

from PySide6.QtCore import Qt

from kiosk.bridge.auditing.stations import DAY_OF_EVENT
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId
from kiosk.visit.visit import about, answering, speaking
from tests.screens.counter.fullest import JOB, LONG_NAME, ring, tell_of_kiosks

_DEATH, _BABY = BundleId("death-in-the-family"), BundleId("having-a-baby")
_SHORTENED = {"en": "employment", "fr": "prestations"}
_MISTYPED = {"en": "emploiment insurence", "fr": "asurance emplois"}
_NEEDED = {"en": "housing", "fr": "logement"}


def stations(screen, code, language):
    """Every page signed in, the call that is answered on one of them, then the lock and who is asked for a PIN."""
    for part in (_walk_in, _needs, _scan, _cases, _case, _kiosks, _today, _here, _flag, _flags, _people, _calls):
        yield from part(screen, code, _SHORTENED.get(language, "employment"))
    yield from _sign_in(screen)


def _walk_in(screen, _code, word):
    screen.go("walkIn")
    view = screen.desk.view_of("walkIn")
    yield "walk-in"
    screen.type(word)
    yield "walk-in, results"
    screen.press(Qt.Key.Key_Down)
    yield "walk-in, on a result"
    view.searching.type("zzqx")
    yield "walk-in, nothing found"
    view.searching.type("046 454 286")
    yield "walk-in, refused"
    view.searching.type(_MISTYPED.get(screen.desk.property("language"), _MISTYPED["en"]))
    yield "walk-in, read otherwise"
    screen.session.do(lambda visit: _full_basket(speaking(visit, "ar")))
    yield "walk-in, basket"
    view.asking.start()
    yield "walk-in, asked"
    seen = {view.asking.property("kind")}
    for _ in range(30):
        view.asking.notSure()
        kind = view.asking.property("kind")
        if view.asking.property("open") and kind not in seen:
            seen.add(kind)
            yield f"walk-in, asked for a {kind}"
    view.asking.stop()
    screen.draw()
    view.together.begin()
    yield "walk-in, 211 together"
    view.together.close()
    view.handing.showCode()
    screen.wait_until(lambda: view.handing.property("codeOpen") or view.handing.property("failed"))
    yield "walk-in, code"
    view.handing.closeCode()
    screen.go("seams")
    yield "seams"
    screen.desk.close()
    view.nextPerson()
    screen.go("seams")
    yield "seams, none"


def _full_basket(visit):
    for bundle in (_BABY, JOB, _DEATH):
        visit = about(visit, bundle)
    return answering(visit, FactId("event_date"), DAY_OF_EVENT)


def _needs(screen, _code, _word):
    screen.go("need")
    view = screen.desk.view_of("need")
    yield "need"
    view.search(_NEEDED.get(screen.desk.property("language"), "housing"))
    yield "need, found"
    view.choose(0)
    yield "need, chosen"
    view.save("full")
    yield "need, saved"


def _scan(screen, code, _word):
    screen.go("scan")
    view = screen.desk.view_of("scan")
    yield "scan"
    screen.type("ABC0123")
    screen.press(Qt.Key.Key_Return)
    yield "scan, no code"
    view.clear()
    screen.go("scan")
    screen.type(code)
    yield "scan, slip"
    screen.session.do(lambda visit: _full_basket(speaking(visit, "fr")))
    view.addMore()
    yield "scan, a plan already"
    view.keepBasket()
    view.clear()


def _cases(screen, _code, _word):
    screen.go("cases")
    view = screen.desk.view_of("cases")
    for choice in view.choices.rows:
        view.choose(choice.which)
        yield f"cases, {choice.which}"
    view.type("26-999")
    yield "cases, none"
    view.type("")


def _case(screen, _code, _word):
    screen.go("cases")
    cases, view = screen.desk.view_of("cases"), screen.desk.view_of("case")
    cases.open("26-1")
    yield "case without a yes"
    view.consent.ask()
    yield "case, consent"
    view.consent.refuse()
    screen.desk.close()
    cases.open("26-14")
    screen.wait_until(lambda: screen.page == "case")
    yield "case"
    view.outcome.choose("not_obtained")
    view.outcome.look(4)
    yield "case, answered"
    screen.press(Qt.Key.Key_8)
    yield "case, other answers"
    view.person.typeAddress("abc")
    view.person.typeNote("046 454 286 " * 9)
    view.outcome.typeDay("soon")
    view.save()
    yield "case, wrong"
    view.drop()
    view.adding.ask()
    view.adding.find("a")
    yield "case, a step added"
    view.adding.leave()
    view.handOffs.begin("")
    view.handOffs.find("s")
    yield "case, handed off"
    view.handOffs.leave()
    view.handOffs.answer(view.handOffs.rows.rows[0].which)
    yield "case, taken"
    view.handOffs.leave()
    view.askErase()
    yield "case, erased"
    view.keepIt()


def _kiosks(screen, _code, _word):
    screen.go("kiosks")
    yield "kiosks, none"
    tell_of_kiosks(screen)
    view = screen.desk.view_of("kiosks")
    view.look()
    yield "kiosks"
    screen.press(Qt.Key.Key_N)
    yield "kiosks, a note"
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_L)
    yield "kiosks, to look at"
    screen.press(Qt.Key.Key_Escape)


def _today(screen, _code, _word):
    screen.go("today")
    yield "today"


def _here(screen, _code, _word):
    screen.go("here")
    view = screen.desk.view_of("here")
    for service in ("cvitp-free-tax-clinic", "old-age-security", "passport-adult"):
        view.choose(service)
        yield f"here, {service}"
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Tab)
    screen.press(Qt.Key.Key_Down)
    yield "here, in the list"
    view.search("zzqx")
    yield "here, nothing"
    view.search("")


def _flag(screen, _code, _word):
    screen.go("flag")
    view = screen.desk.view_of("flag")
    view.search("aide")
    yield "flag, found"
    view.begin("dalhousie-legal-aid")
    yield "flag"
    for row in view.fields.rows:
        view.pick(row.field)
        yield f"flag, {row.field}"
    view.send()
    yield "flag, sent"


def _flags(screen, _code, _word):
    screen.go("flags")
    view = screen.desk.view_of("flags")
    for number, row in enumerate(view.lines.rows, 1):
        view.choose(row.key)
        yield f"flags, line {number}"


def _people(screen, _code, _word):
    screen.go("people")
    view = screen.desk.view_of("people")
    for row in view.everybody.rows[-6:]:
        view.choose(row.staff)
        yield f"people, {row.name}"
    for asked in ("adding", "changing", "pin", "badge", "retiring"):
        view.ask(asked)
        yield f"people, {asked}"
        view.cancel()


def _calls(screen, _code, _word):
    ring(screen)
    for page in screen.application.pages():
        if page != "case":
            screen.go(page)
            yield f"{page}, a call"
    screen.go("cases")
    screen.desk.view_of("cases").open("26-14")
    yield "case, a call"
    screen.calls.go()
    yield "call, answered"
    screen.calls.come(2)
    yield "call, coming"


def _sign_in(screen):
    ring(screen)
    screen.desk.lock()
    yield "locked"
    screen.sign_in.back()
    yield "sign-in"
    screen.sign_in.find("zz")
    yield "sign-in, nobody"
    screen.sign_in.find("")
    screen.sign_in.choose(LONG_NAME)
    yield "sign-in, PIN"
    screen.sign_in.askNewPin()
    yield "sign-in, another PIN"
    screen.sign_in.changePin("904716", "904716", "904717")
    yield "sign-in, two PINs"
    screen.sign_in.back()
    screen.draw()
    screen.type("904716")
    screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))
    yield "sign-in, wrong PIN"
    screen.type("730164")
    screen.press(Qt.Key.Key_Return)
    screen.wait_until(lambda: not screen.sign_in.property("busy"))
    yield "sign-in, over a plan"
