// Days, counted from 1970-01-01 so that no time zone can move one; and when a step is due.

const MS = 86_400_000;

export const today = () => {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS;
};

// The day of `2026-03-12`; null for anything else.
export function dayOf(iso) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  return found ? Date.UTC(found[1], found[2] - 1, found[3]) / MS : null;
}

export const isoOf = (day) => new Date(day * MS).toISOString().slice(0, 10);

// `Thursday, March 12, 2026`, « jeudi 12 mars 2026 ».
export function written(day, locale) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  const parts = format.formatToParts(new Date(day * MS));
  // In French the first of a month is an ordinal.
  const said = (part) => (part.type === "day" && part.value === "1" && locale.startsWith("fr") ? "1er" : part.value);
  return parts.map(said).join("");
}

// When a step is due, null where that is not known. `due` is as kiosk/referral/web/dates.py writes it; `event` is the
// day that the person gave, or null.
export function deadline(due, issued, event) {
  const start = { issue: issued, event }[due.from] ?? null;
  const [shape, ...numbers] = due.after;
  switch (shape) {
    case "yearly":
      return { kind: due.kind, day: onOrAfter(start ?? issued, ...numbers) };
    case "season":
      return season(issued, ...numbers);
    case "distance":
      if (numbers[2] && (start === null || start <= issued)) return { kind: "now", day: issued };
      return start === null ? null : { kind: due.kind, day: shifted(start, numbers[0], numbers[1]) };
    case "around":
      if (start === null) return null;
      return { kind: "between", first: shifted(start, numbers[0], numbers[1]), day: shifted(start, numbers[2], numbers[3]) };
    case "final-return":
      return start === null ? null : { kind: due.kind, day: finalReturn(start) };
    default:
      return null;
  }
}

function season(day, fromMonth, fromDay, toMonth, toDay) {
  const last = onOrAfter(day, toMonth, toDay);
  const runsOver = fromMonth > toMonth || (fromMonth === toMonth && fromDay > toDay);
  return { kind: "between", first: inYear(yearOf(last) - (runsOver ? 1 : 0), fromMonth, fromDay), day: last };
}

// Canada Revenue Agency: death to October, 30 April of the year after; later, six months after it.
function finalReturn(death) {
  const month = new Date(death * MS).getUTCMonth() + 1;
  return month <= 10 ? inYear(yearOf(death) + 1, 4, 30) : shifted(death, 6, 0);
}

function shifted(day, months, days) {
  const date = new Date(day * MS);
  const target = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  return inYear(Math.floor(target / 12), (((target % 12) + 12) % 12) + 1, date.getUTCDate()) + days;
}

function onOrAfter(day, month, dayOfMonth) {
  const thisYear = inYear(yearOf(day), month, dayOfMonth);
  return thisYear >= day ? thisYear : inYear(yearOf(day) + 1, month, dayOfMonth);
}

const yearOf = (day) => new Date(day * MS).getUTCFullYear();
const lastOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const inYear = (year, month, day) => Date.UTC(year, month - 1, Math.min(day, lastOfMonth(year, month))) / MS;
