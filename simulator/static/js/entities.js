// Telegram entities → DOM. Offsets count UTF-16 units, which is what JavaScript strings are made of.
import { h } from "./dom.js";
import { WORDS } from "./words.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE_LINK = /^(https?|mailto|tel|tg):/i;

/** `command(text)` is called when a /command in the text is chosen. Returns nodes. */
export function formatted(text, entities = [], command = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, sorted, command);
}

function range(text, start, end, entities, command) {
  const nodes = [];
  let position = start;
  let rest = entities;
  while (rest.length) {
    const [outer, ...others] = rest;
    const close = Math.min(outer.offset + outer.length, end);
    if (outer.offset < position || close <= outer.offset) {
      rest = others;
      continue;
    }
    nodes.push(text.slice(position, outer.offset));
    const inside = others.filter((entity) => entity.offset < close);
    const children = range(text, outer.offset, close, inside, command);
    nodes.push(element(outer, text.slice(outer.offset, close), children, command));
    position = close;
    // A block ends its line by itself: the line break after it would show as an empty line.
    if (BLOCKS.has(outer.type) && text[position] === "\n" && position < end) position += 1;
    rest = others.filter((entity) => entity.offset >= position);
  }
  nodes.push(text.slice(position, end));
  return nodes.filter((node) => node !== "");
}

function element(entity, words, children, command) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, children);
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(SAFE_LINK.test(words) ? words : `https://${words}`, children);
    case "email":
      return link(`mailto:${words}`, children);
    case "phone_number":
      return link(`tel:${words.replace(/[^+\d]/g, "")}`, children);
    case "spoiler":
      return spoiler(children);
    case "blockquote":
    case "expandable_blockquote":
      return h("blockquote", {}, children);
    case "bot_command":
      return h("button", { type: "button", class: "command", onclick: () => command(words) }, children);
    default:
      return h("span", { class: `entity ${entity.type}` }, children);
  }
}

function link(address, children) {
  if (!SAFE_LINK.test(address)) return h("span", {}, children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": WORDS.showSpoiler }, children);
  const show = () => {
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show());
  return hidden;
}
