// The whole plan: who made it, the day it counts from, the steps, the papers, and what to do when all else fails.

import { dayOf, isoOf, today, written } from "./dates.js";
import { calendar, offer } from "./files.js";
import { apart, filled, filledText, kept, make, plain, say } from "./making.js";
import { dial, dueOf, paperList, stepsOf, stepView } from "./steps.js";
import { codeOf } from "./token.js";

// `page` is { referral, verdict, extract, tongue, event, ticks, tick(paper, ticked), tell(event) }.
export function planView(page) {
  const { referral, extract } = page;
  const { words } = extract;
  const bundle = extract.bundles[referral.lifeEvent];
  const steps = stepsOf(page);
  const dated = steps.map((step) => [step, dueOf(step, page)]).filter(([, due]) => due && due.kind !== "now" && !due.missed);
  const help = { shown: "211", dial: "211" };
  return kept([
    make("h1", bundle ? say(bundle.name) : words.plainTitle),
    bundle?.opening && make("p", say(bundle.opening)),
    // A plan without its topic may be one that no kiosk wrote down: its code would open nothing.
    bundle && make("p.code", filled(words.code, { code: apart(codeOf(referral.id), "ltr") })),
    verdictView(page),
    make("p", words.steps[steps.length], " ", make("span.soft", words.paperHasMore)),
    bundle?.event && eventField(bundle.event, page),
    make("ol.steps", { role: "list" }, steps.map((step) => stepView(step, page))),
    papersView(steps, page),
    make("section", dated.length && make("button", { onclick: () => offerCalendar(dated, page) }, words.calendar),
      make("button.quiet", { onclick: () => print() }, words.print),
    ),
    make("section.notice", make("h2", words.ifNo), make("p", words.inWriting)),
    make("section.help", make("h2", words.help),
      make("p", words.helpFree),
      make("p", dial("tel:", help, words.call), " ", dial("sms:", help, words.text, "button quiet")),
    ),
    make("footer", [words.dataDate, words.keeps, words.history].map((line) => make("p", line))),
  ]);
}

function verdictView({ referral, verdict, extract, tongue }) {
  const { words } = extract;
  const kiosk = verdict.name || filledText(words.kiosk, verdict);
  const notices = {
    holds: ["ok", "✓", filled(words.holds, { kiosk, day: written(referral.issued, tongue.locale) })],
    unknown: ["warn", "?", [words.unknown, " ", words.askBefore]],
    unchecked: ["warn", "?", [words.unchecked, " ", words.noEd25519]],
    altered: ["bad", "!", [words.altered, " ", words.askBefore]],
    expired: ["warn", "!", filled(words.expired, { day: written(referral.lastDay, tongue.locale) })],
  };
  return [verdict.signature, today() > referral.lastDay && "expired"].filter(Boolean).map((said) => {
    const [style, sign, sentence] = notices[said];
    return make("p", { class: `notice ${style}`, "data-verdict": said }, make("span.sign", { "aria-hidden": "true" }, sign), make("span", sentence));
  });
}

function eventField(question, { extract, event, tell }) {
  const field = make("input", { type: "date", id: "event", autocomplete: "off", "aria-describedby": "event-hint" });
  field.value = event === null ? "" : isoOf(event);
  field.addEventListener("change", () => tell(dayOf(field.value)));
  const hint = make("p", { id: "event-hint", class: "soft" }, extract.words.eventHint);
  return make("section.event", make("label", { for: "event" }, say(question)), field, hint);
}

function papersView(steps, page) {
  const { words } = page.extract;
  const certain = new Map();
  const numbers = new Map();
  for (const { number, papers } of steps)
    for (const [paper, sure] of papers) {
      certain.set(paper, certain.get(paper) || sure);
      numbers.set(paper, [...(numbers.get(paper) ?? []), number]);
    }
  return (
    certain.size > 0 &&
    make("section.together", make("h2", words.papers), make("p.soft", words.tick), paperList([...certain], page, numbers))
  );
}

function offerCalendar(dated, { referral, extract, tongue }) {
  const { words, bundles, phones } = extract;
  const entries = dated.map(([{ id, number, title, service }, due]) => {
    const days = { first: due.first ?? due.day, last: due.day, uid: `${isoOf(due.day)}-${id}@guichet.invalid` };
    // A plan that hides its topic does not write it into a calendar that others may read.
    if (!bundles[referral.lifeEvent]) return { ...days, title: filledText(words.neutralEntry, { number }) };
    const lines = [service.official, ...(service.phones ?? []).map((id) => phones[id].numbers[0].shown), service.website?.href];
    return { ...days, title: plain(title), details: kept(lines.map(plain)).join("\n") };
  });
  offer(calendar(entries, referral.issued, tongue.code), "guichet.ics", "text/calendar");
}
