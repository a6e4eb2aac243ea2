// How the page makes what it shows: elements out of words, never out of markup.

// An element, named as in `p.notice.warn`, with its attributes, if any, and children; what is null or false is left out.
export function make(name, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  const attributes = children[0]?.constructor === Object ? children.shift() : {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value) element.setAttribute(key, value);
  }
  element.append(...kept(children));
  return element;
}

export const kept = (children) => children.flat(Infinity).filter(Boolean);

// A wording: text, or `[language, text]` in another language than the page's, which is then marked.
export const say = (told) => (plain(told) === told ? told : make("span", { lang: told[0], dir: "ltr" }, told[1]));
export const plain = (told) => (Array.isArray(told) ? told[1] : told);

// Keeps a number, a code or a foreign name in its own order on a right-to-left page.
export const apart = (value, dir = "auto") => make("bdi", { dir }, value);

// `pattern` with its fields in braces filled, for the page and as text alone.
export const filled = (pattern, fields) =>
  pattern.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? apart(fields[part]) : part));
export const filledText = (pattern, fields) => pattern.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
