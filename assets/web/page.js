// Reads the token after the #, fetches two files that are the same for everyone, shows the plan. What a person ticks,
// tells or chooses is in `page` alone, and goes with it.

import { make } from "./making.js";
import { planView } from "./plan.js";
import { read, Unreadable, verdictOf } from "./token.js";

const FORM = 1;
const [plan, instead, languages] = ["plan", "instead", "languages"].map((id) => document.getElementById(id));
const spoken = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);

const page = { event: null, ticks: new Set(), tick, tell };
let site = null;
let turn = 0;

addEventListener("beforeprint", () => {
  for (const folded of plan.querySelectorAll(".step > details")) folded.open = true;
});
addEventListener("hashchange", () => {
  Object.assign(page, { event: null, ticks: new Set() });
  open();
});
for (const button of document.querySelectorAll("[data-again]")) button.addEventListener("click", () => open());
bringForward();
open();

async function open(chosen = page.tongue) {
  const mine = ++turn;
  if (!chosen) showInstead("opening");
  try {
    const message = read(location.hash);
    site ??= await fetched("site.json");
    if (site.form !== FORM) throw new Unreadable("newer");
    const verdict = await verdictOf(message, site.keys);
    const tongue = chosen ?? preferred(message.referral.language);
    const extract = await fetched(`plan.${tongue.code}.json`);
    if (mine !== turn) return;
    Object.assign(page, { referral: message.referral, verdict, tongue, extract });
    if (page.referral.items.length) show();
    else showInstead("empty");
  } catch (error) {
    if (mine === turn) showInstead(error.reason ?? "offline");
  }
}

async function fetched(name) {
  const answer = await fetch(name, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Unreadable("offline");
  return answer.json();
}

// The phone's first language that the page has, else that of the person at the kiosk, else the first there is.
function preferred(number) {
  const of = (name, value) => site.languages.find((tongue) => tongue[name] === value);
  return spoken.map((code) => of("code", code)).find(Boolean) ?? of("number", number) ?? site.languages[0];
}

async function choose(tongue) {
  await open(tongue);
  languages.querySelector("[aria-pressed=true]")?.focus();
}

function tick(paper, ticked) {
  if (ticked) page.ticks.add(paper);
  else page.ticks.delete(paper);
  for (const box of plan.querySelectorAll("[data-paper]")) if (box.dataset.paper === paper) box.checked = ticked;
}

function tell(event) {
  page.event = event;
  show();
  document.getElementById("event").focus();
}

function show() {
  const { extract, tongue } = page;
  speak(tongue.code, tongue.direction);
  // The title stays in the phone's history, where others may read it: it never names the topic.
  document.title = extract.words.plainTitle;
  languages.setAttribute("aria-label", extract.words.language);
  languages.replaceChildren(
    ...site.languages.map((other) => {
      const state = { lang: other.code, dir: other.direction, "aria-pressed": String(other.code === tongue.code) };
      return make("button", { ...state, onclick: () => choose(other) }, other.name);
    }),
  );
  plan.replaceChildren(...planView(page));
  languages.hidden = plan.hidden = false;
  instead.hidden = true;
}

function showInstead(reason) {
  for (const line of instead.querySelectorAll("[data-for]")) line.classList.toggle("now", line.dataset.for === reason);
  languages.hidden = plan.hidden = true;
  instead.hidden = false;
}

function speak(language, direction) {
  Object.assign(document.documentElement, { lang: language, dir: direction });
}

// Puts the phone's language first among the three that stand in the plan's place.
function bringForward() {
  const sections = [...instead.children];
  const own = spoken.map((code) => sections.find(({ lang }) => lang === code)).find(Boolean);
  if (own) {
    instead.prepend(own);
    speak(own.lang, own.dir || "ltr");
  }
}
