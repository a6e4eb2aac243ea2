// The token of a referral, Base32 around COSE_Sign1 around CBOR: what it claims, and who signed it.

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const CODE = "2346789ABCDEFGHJKMNPQRTUVWXYZ";
const CODE_WEIGHTS = [7, 6, 5, 4, 3, 2];
const PURPOSE = "sp/r1";
const PROTECTED_HEAD = [0xa2, 0x01, 0x27, 0x04, 0x44];
const LONGEST = 512;
const LAST_DAY = 84006;
const MOST_ITEMS = 30;

// No plan to show: `reason` is "none", "broken", "newer" or "offline".
export class Unreadable extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

// Reads what follows the # of the address; checks every byte, believes none.
export function read(fragment) {
  const text = letters(fragment);
  if (!text) throw new Unreadable("none");
  const message = cbor(fromBase32(text));
  must(Array.isArray(message) && message.length === 4);
  const [head, unprotected, payload, signature] = message;
  must(isBytes(head) && unprotected instanceof Map && isBytes(payload) && isBytes(signature));
  const ours = head.length === 9 && PROTECTED_HEAD.every((byte, place) => head[place] === byte);
  if (!ours || unprotected.size || signature.length !== 64) throw new Unreadable("newer");
  return { kiosk: head.slice(5), head, payload, signature, referral: referralOf(cbor(payload)) };
}

// "holds", "unknown" (on no list, or with a key given up by then), "altered", or "unchecked" where the browser has no Ed25519.
export async function verdictOf(message, keys) {
  const id = hex(message.kiosk);
  const number = Number.parseInt(id, 16);
  const known = keys.filter((key) => key.id === id);
  if (!known.length) return { signature: "unknown", number };
  const signed = signedPart(message);
  try {
    for (const key of known) {
      const owner = await crypto.subtle.importKey("raw", unhex(key.public), { name: "Ed25519" }, false, ["verify"]);
      if (await crypto.subtle.verify({ name: "Ed25519" }, owner, message.signature, signed))
        return message.referral.issued > key.until
          ? { signature: "unknown", number }
          : { signature: "holds", number, name: key.name };
    }
  } catch {
    return { signature: "unchecked", number };
  }
  return { signature: "altered", number };
}

// The short code of a referral's id, as printed: R-7K3F-9XD.
export function codeOf(id) {
  let left = id.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const first = CODE.replace("R", "");
  let drawn = "";
  for (let place = 0; place < 5; place += 1) {
    drawn = CODE[Number(left % 29n)] + drawn;
    left /= 29n;
  }
  drawn = first[Number(left % 28n)] + drawn;
  const sum = CODE_WEIGHTS.reduce((total, weight, place) => total + weight * CODE.indexOf(drawn[place]), 0);
  drawn += CODE[(29 - (sum % 29)) % 29];
  return `R-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

function referralOf(fields) {
  must(fields instanceof Map);
  const [id, issued, valid, version, items] = [1, 2, 3, 5, 6].map((key) => fields.get(key));
  const [lifeEvent, language] = fields.get(7) ?? [0, 0];
  must(isBytes(id, 8) && isNumber(issued, 0, LAST_DAY) && isNumber(valid, 1, 3660) && isNumber(version, 0));
  must(Array.isArray(items) && items.length <= MOST_ITEMS && isNumber(lifeEvent, 0) && isNumber(language, 0));
  if ([...fields.keys()].some((key) => ![1, 2, 3, 5, 6, 7].includes(key))) throw new Unreadable("newer");
  return { id, issued, lastDay: issued + valid, version, items: items.map(itemOf), lifeEvent, language };
}

function itemOf(item, place) {
  const [service, step = 0, order = 0, marks = 0, ...others] = Array.isArray(item) ? item : [item];
  if (others.length || marks > 3) throw new Unreadable("newer");
  must(isNumber(service, 1) && isNumber(step, 0) && isNumber(order, 0) && isNumber(marks, 0));
  const number = order || place + 1;
  return { service, step, number, first: (marks & 1) > 0, mayApply: (marks & 2) > 0 };
}

// A reader of codes may put spaces in, or change the case: only the letters of Base32 count.
const letters = (fragment) => fragment.replace(/%[\da-f]{2}|[^a-z2-7]/gi, "").toUpperCase();

function fromBase32(text) {
  const bytes = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    held = (held << 5) | BASE32.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  must(bits < 5 && held === 0 && bytes.length <= LONGEST);
  return Uint8Array.from(bytes);
}

// One CBOR value in its deterministic form: numbers, bytes, arrays, maps by number, and nothing after it.
function cbor(bytes) {
  let at = 0;
  const take = (count) => {
    must(at + count <= bytes.length);
    at += count;
    return bytes.slice(at - count, at);
  };
  const count = (short) => {
    if (short < 24) return short;
    must(short <= 26);
    const value = take(2 ** (short - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    must(value >= [24, 256, 65536][short - 24]);
    return value;
  };
  const value = (depth) => {
    must(depth < 4);
    const [head] = take(1);
    const length = count(head & 31);
    const kind = head >> 5;
    if (kind === 0) return length;
    if (kind === 2) return take(length);
    must((kind === 4 || kind === 5) && length <= LONGEST);
    if (kind === 4) return Array.from({ length }, () => value(depth + 1));
    const map = new Map();
    for (let last = -1; map.size < length; ) {
      const key = value(depth + 1);
      must(isNumber(key, last + 1));
      map.set(key, value(depth + 1));
      last = key;
    }
    return map;
  };
  const whole = value(0);
  must(at === bytes.length);
  return whole;
}

// Sig_structure of RFC 9052, 4.4.
function signedPart({ head, payload }) {
  const utf8 = new TextEncoder();
  const context = utf8.encode("Signature1");
  const purpose = utf8.encode(PURPOSE);
  const size = payload.length;
  const payloadHead = size < 24 ? [0x40 + size] : size < 256 ? [0x58, size] : [0x59, size >> 8, size & 255];
  return Uint8Array.from([
    ...[0x84, 0x60 + context.length, ...context],
    ...[0x40 + head.length, ...head],
    ...[0x40 + purpose.length, ...purpose],
    ...payloadHead,
    ...payload,
  ]);
}

function must(holds) {
  if (!holds) throw new Unreadable("broken");
}

const isBytes = (value, length) => value instanceof Uint8Array && (length === undefined || value.length === length);
const isNumber = (value, least, most = 2 ** 32 - 1) => Number.isInteger(value) && value >= least && value <= most;
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
