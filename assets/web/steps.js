// One step of the plan: what to do, by when, where, at what number, with which papers.

import { deadline, today, written } from "./dates.js";
import { card, offer } from "./files.js";
import { apart, filled, filledText, kept, make, plain, say } from "./making.js";

// What the token says of each step, with what the catalogue knows of it.
export const stepsOf = ({ referral, extract }) =>
  referral.items.map((item) => {
    const service = extract.services[item.service];
    const known = extract.bundles[referral.lifeEvent]?.steps[item.step];
    const own = service && known?.service === item.service ? known : {};
    return {
      ...item,
      id: referral.lifeEvent ? `${referral.lifeEvent}-${item.step}-${item.service}` : item.number,
      service,
      title: own.title ?? service?.name,
      note: own.note,
      words: own.say ?? service?.say ?? [],
      papers: (own.papers ?? service?.papers ?? []).map(([paper, certain]) => [paper, certain && !item.mayApply]),
      due: own.due ?? service?.due,
    };
  });

// The step's deadline, `missed` by the phone's clock; null where it cannot be known.
export function dueOf(step, { referral, event }) {
  const due = step.due && deadline(step.due, referral.issued, event);
  return due && { ...due, missed: !["from", "now"].includes(due.kind) && due.day < today() };
}

export function stepView(step, page) {
  const { number, title, note, service } = step;
  const { words, phones } = page.extract;
  const name = filledText(words.step, { number });
  return make(
    "li",
    { class: step.first ? "step begin" : "step" },
    make("h2", make("span.number", { "aria-hidden": "true" }, String(number)),
      title && make("span.unseen", name + words.colon),
      title ? say(title) : name,
    ),
    step.first && make("p.flag.first", words.first),
    step.mayApply && make("p.flag", words.mayApply),
    note && make("p", say(note)),
    service?.safety && make("p.notice.warn", say(service.safety)),
    step.due && make("div.when", whenLines(step, page)?.map((line) => make("p", line))),
    service?.phones && make("p", service.phones.map((id) => dials(phones[id], words))),
    service ? details(step, page) : make("p", words.gone),
  );
}

// What one needs once one sets about it; open for the step to begin with.
function details(step, page) {
  const { service, number } = step;
  const { words } = page.extract;
  const rows = [
    row(words.place, placeLines(service, page)),
    row(words.phone, phoneLines(service, page)),
    row(words.website, service.website && [websiteLink(service.website)]),
    row(words.cost, service.cost && [service.cost]),
    row(words.wait, service.wait && [say(service.wait)]),
    row(words.bring, step.papers.length && [paperList(step.papers, page)]),
    row(words.say, step.words.map((told, place) => saying(told, place ? words.sayToThem : words.quoted))),
  ];
  return make(
    "details",
    { open: step.first && "open" },
    make("summary", filledText(words.more, { number })),
    make("p.soft", filled(words.official, { name: say(service.official) })),
    make("dl", rows),
    !service.phones && !service.places && !service.website && make("p", words.askUs),
    service.phones && contactButton(step, page),
  );
}

const row = (label, lines) =>
  lines?.length && make("div", make("dt", label), make("dd", kept(lines).map((line) => make("div", line))));

const saying = (told, pattern) => make("p.say", filled(pattern, { words: say(told) }));

function whenLines(step, page) {
  const { words } = page.extract;
  const due = dueOf(step, page);
  if (due) return whenWords(due, words, page.tongue.locale);
  return step.due?.span && [make("span.soft", filled(words.countedFrom, { time: step.due.span, event: say(step.due.anchor) }))];
}

function whenWords(due, words, locale) {
  const day = written(due.day, locale);
  if (due.kind === "now" || (due.missed && due.kind === "recommended_by")) return [words.soon];
  if (due.missed) return [filled(words.wasDue, { day }), make("span.soft", words.tooLate)];
  if (due.kind === "between") return [filled(words.between, { first: written(due.first, locale), last: day })];
  return [filled(due.kind === "from" ? words.from : words.by, { day })];
}

function placeLines(service, { extract: { words, places } }) {
  if (!service.places) return service.noPlace && [words[service.noPlace]];
  const [nearest, ...others] = service.places.map((id) => placeView(places[id], words));
  const count = others.length;
  const hours = places[service.places[0]].hours && make("p.soft", words.usualHours);
  return [nearest, hours, count && make("details", make("summary", filledText(words.otherPlaces, { count })), others)];
}

function placeView(place, words) {
  const where = [place.street, place.city, place.postal].filter(Boolean).join(", ");
  const href = `geo:${place.geo ?? "0,0"}?q=${encodeURIComponent(where)}`;
  return make("address", make("p", make("strong", say(place.name))),
    make("p", apart(where, "ltr")),
    place.hours?.map((line) => make("p", line)),
    make("a.button.quiet", { href, "aria-label": words.map + words.colon + plain(place.name) }, words.map),
  );
}

const dials = ({ numbers, sms }, words) => [
  numbers.map((number, place) => [dial("tel:", number, words.call, place ? "button quiet" : "button"), " "]),
  sms && dial("sms:", numbers[0], words.text, "button quiet"),
];

// When it is answered, and how to call it without voice.
function phoneLines(service, { extract: { words, phones } }) {
  return service.phones?.flatMap((id) => {
    const { numbers, tty, hours } = phones[id];
    const relay = numbers[0].dial.startsWith("+") && words.relay;
    return [apart(numbers.map(({ shown }) => shown).join(", "), "ltr"), ...(hours ?? []), tty ? dial("tel:", tty, words.tty, "plain") : relay];
  });
}

export const dial = (scheme, number, pattern, style = "button") =>
  make("a", { class: style, href: scheme + number.dial }, filled(pattern, { number: apart(number.shown, "ltr") }));

const websiteLink = ({ href, shown }) => make("a.plain", { href, rel: "noreferrer noopener" }, apart(shown, "ltr"));

// A checklist; `numbers` tells of each paper the steps that ask for it.
export function paperList(papers, page, numbers) {
  const { extract, ticks, tick } = page;
  const item = ([id, certain]) => {
    const { name, forms } = extract.papers[id];
    const asking = numbers?.get(id);
    const steps = asking && ` · ${filledText(extract.words.askedIn[asking.length], { steps: asking.join(", ") })}`;
    const onchange = ({ target }) => tick(id, target.checked);
    const box = make("input", { type: "checkbox", "data-paper": id, onchange });
    box.checked = ticks.has(id);
    return make("li", make("label", box, make("span", say(name), make("small", ` (${forms[+certain]})`, steps))));
  };
  return make("ul.papers", { role: "list" }, papers.map(item));
}

function contactButton({ number, service }, { extract: { words, phones, places } }) {
  const name = plain(service.organization);
  const dialled = service.phones.flatMap((id) => phones[id].numbers.map(({ dial }) => dial));
  const contact = { ...places[service.places?.[0]], name, phones: dialled, website: service.website?.href };
  const onclick = () => offer(card(contact), `contact-${number}.vcf`, "text/vcard");
  return make("button.quiet", { "aria-label": words.saveContact + words.colon + name, onclick }, words.saveContact);
}
