"""What the page says of a signature: it holds, the kiosk is a stranger, somebody altered it, or nobody could check."""

import base64
from datetime import date

import cbor2
import pytest

from kiosk.referral import cose
from kiosk.referral.code import make
from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral, sign

pytestmark = pytest.mark.chromium

NO_ED25519 = """
SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException("no such algorithm", "NotSupportedError"));
"""


def rewritten(token: str, change) -> str:
    """The token with its payload changed and its signature kept."""
    head, unprotected, payload, signature = cbor2.loads(base64.b32decode(token + "=" * (-len(token) % 8)))
    fields = cbor2.loads(payload)
    change(fields)
    message = cose.canonical([head, unprotected, cose.canonical(fields), signature])
    return base64.b32encode(message).decode().rstrip("=")


def one_more_day(fields) -> None:
    fields[3] += 1


def verdicts(shown) -> list[str]:
    return list(shown.run("[...document.querySelectorAll('[data-verdict]')].map((notice) => notice.dataset.verdict)"))


def test_a_token_of_a_published_kiosk_holds(phone, served, a_death) -> None:
    shown = phone()

    shown.open(f"{served.address}#{a_death.token.lower()}")

    assert verdicts(shown) == ["holds"]


def test_an_altered_token_is_shown_and_said_to_be_altered(phone, served, a_death) -> None:
    shown = phone("en-CA")

    shown.open(f"{served.address}#{rewritten(a_death.token, one_more_day)}")

    assert verdicts(shown) == ["altered"]
    assert "Show it to staff before you trust it." in shown.texts("[data-verdict]")[0]
    assert shown.texts(".step")


def test_a_token_of_a_kiosk_on_no_list_is_said_to_be_a_stranger_s(phone, served, tmp_path) -> None:
    stranger = own_key(tmp_path, kiosk_number=99)
    token = sign(Referral(bytes(8), date(2026, 11, 26), 1, (Item(1, 0, 1),)), stranger)
    shown = phone()

    shown.open(f"{served.address}#{token}")

    assert verdicts(shown) == ["unknown"]


def test_a_stranger_who_takes_a_published_number_is_found_out(phone, served, hand_over, tmp_path) -> None:
    shown = phone()

    shown.open(f"{served.address}#{hand_over('losing-a-job', folder=tmp_path).token}")

    assert verdicts(shown) == ["altered"]


def test_an_old_plan_holds_and_is_said_to_be_old(phone, served, a_death) -> None:
    on_the_last_day, a_day_later = phone(now="2027-02-24T12:00:00-04:00"), phone(now="2027-02-25T12:00:00-04:00")

    on_the_last_day.open(f"{served.address}#{a_death.token}")
    before = verdicts(on_the_last_day)
    a_day_later.open(f"{served.address}#{a_death.token}")

    assert before == ["holds"]
    assert verdicts(a_day_later) == ["holds", "expired"]


def test_a_browser_without_ed25519_says_that_nobody_checked(phone, served, a_death) -> None:
    shown = phone()
    shown.ask("Page.addScriptToEvaluateOnNewDocument", source=NO_ED25519)

    shown.open(f"{served.address}#{a_death.token}")

    assert verdicts(shown) == ["unchecked"]
    assert shown.texts(".step")


def test_no_single_changed_character_is_taken_for_the_kiosk_s(phone, served, a_death) -> None:
    """Every character of the token, one at a time, in the page's own reader."""
    shown = phone()
    shown.open(f"{served.address}#{a_death.token}")

    taken = shown.run(
        f"""(async () => {{
            const {{ read, verdictOf }} = await import("/token.js");
            const {{ keys }} = await (await fetch("/site.json")).json();
            const token = "{a_death.token}";
            const taken = [];
            for (let place = 0; place < token.length; place += 1) {{
                const other = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
                try {{
                    if ((await verdictOf(read("#" + other), keys)).signature === "holds") taken.push(place);
                }} catch (error) {{
                    if (!error.reason) throw error;
                }}
            }}
            return taken;
        }})()"""
    )

    assert taken == []


def test_a_key_that_was_given_up_holds_for_plans_of_its_days_alone(phone, served, a_death) -> None:
    shown = phone()
    shown.open(served.address)

    told = shown.run(
        f"""(async () => {{
            const {{ read, verdictOf }} = await import("/token.js");
            const {{ keys }} = await (await fetch("/site.json")).json();
            const message = read("#{a_death.token}");
            const until = (day) => keys.map((key) => ({{ ...key, until: day }}));
            const day = message.referral.issued;
            const verdicts = [await verdictOf(message, until(day)), await verdictOf(message, until(day - 1))];
            return verdicts.map((verdict) => verdict.signature);
        }})()"""
    )

    assert told == ["holds", "unknown"]


def test_the_page_makes_the_code_that_the_kiosk_makes(phone, served) -> None:
    ids = [bytes([place * 37 % 256, *range(place, place + 7)]) for place in range(40)]
    shown = phone()
    shown.open(served.address)

    made = shown.run(
        f"import('/token.js').then(({{ codeOf }}) => {list(map(list, ids))}.map((id) => codeOf(Uint8Array.from(id))))"
    )

    assert made == [str(make(one)) for one in ids]
