// What the page can leave on the phone: a calendar (RFC 5545) and a contact card (vCard 3.0, RFC 2426).
// Nothing in them says whose they are.

import { isoOf } from "./dates.js";

// `entries` are { uid, first, last, title, details }, first and last being days; `stamp` is the day of issue.
export function calendar(entries, stamp, language) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Guichet//Phone page//${language.toUpperCase()}`, "CALSCALE:GREGORIAN"];
  for (const entry of entries) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${entry.uid}`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(entry.first)}`,
      `DTEND;VALUE=DATE:${compact(entry.last + 1)}`,
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.details ? [`DESCRIPTION:${escaped(entry.details)}`] : []),
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      // At nine in the morning of the day before.
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(entry.title)}`,
      "TRIGGER:-PT15H",
      "END:VALARM",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return whole(lines);
}

// `contact` is { name, phones: [dialled], website, street, city, postal }.
export function card(contact) {
  const address = [contact.street, contact.city, "", contact.postal, ""].map((part) => escaped(part ?? "")).join(";");
  return whole([
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${escaped(contact.name)};;;;`,
    `FN:${escaped(contact.name)}`,
    `ORG:${escaped(contact.name)}`,
    ...contact.phones.map((phone) => `TEL;TYPE=WORK,VOICE:${phone}`),
    ...(contact.street ? [`ADR;TYPE=WORK:;;${address}`] : []),
    ...(contact.website ? [`URL:${contact.website}`] : []),
    "END:VCARD",
  ]);
}

// Hands `text` to the phone as a file.
export function offer(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const compact = (day) => isoOf(day).replaceAll("-", "");
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const whole = (lines) => lines.map((line) => `${folded(line)}\r\n`).join("");

// At most 75 octets a line, never cut inside a character; the space that begins a continuation counts.
function folded(line) {
  const encoder = new TextEncoder();
  let length = 0;
  let text = "";
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > 75) {
      text += "\r\n ";
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}
