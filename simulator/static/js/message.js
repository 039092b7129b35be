// One message as a bubble. A message is drawn anew when anything in it changes (an edit), else its element stays.
import { formatted } from "./entities.js";
import { h } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { attachment } from "./media.js";
import { clockTime } from "./time.js";
import { WORDS } from "./words.js";

const KNOWN = ["text", "caption", "photo", "venue", "location", "sticker", "voice", "audio", "video", "animation", "video_note", "document"];

/** → <li>; `command(text)` sends a /command that stands in the text, `tap(message, data, button)` taps a button. */
export function drawn(message, { person, zone, command, tap }) {
  if (message.pinned_message) return h("li", { class: "service", "data-testid": "service" }, h("span", {}, WORDS.pinned));
  const mine = message.from?.id === person.id;
  const keyboard = inlineKeyboard(message.reply_markup, (data, button) => tap(message, data, button));
  const attributes = {
    class: `message ${mine ? "mine" : "theirs"}`,
    "data-testid": "message",
    "data-message-id": message.message_id,
    "data-from": mine ? "person" : "bot",
  };
  return h("li", attributes, h("div", { class: "stack" }, bubble(message, zone, command), keyboard));
}

function bubble(message, zone, command) {
  const carried = attachment(message);
  const words = message.text ?? message.caption;
  const bare = message.sticker && !words;
  const kinds = ["bubble", carried ? "carrying" : "", bare ? "bare" : "", words ? "" : "wordless"];
  return h(
    "div",
    { class: kinds.join(" ").trim() },
    quote(message.reply_to_message),
    carried,
    words ? text(message, words, zone, command) : null,
    carried || words ? null : h("div", { class: "text unknown" }, WORDS.unsupported(kindOf(message))),
    words ? null : stamp(message, zone),
  );
}

// `unicode-bidi: plaintext` (message.css) gives every paragraph the direction of its own first strong character.
// The stamp floats at the end of the last line, but is no part of the words.
function text(message, words, zone, command) {
  const nodes = formatted(words, message.entities ?? message.caption_entities, command);
  return h("div", { class: "text" }, h("span", { "data-testid": "message-text" }, nodes), stamp(message, zone));
}

function stamp(message, zone) {
  const edited = message.edited_count ? h("span", { class: "edited", "data-testid": "edited" }, WORDS.edited, " ") : null;
  return h("div", { class: "stamp", dir: "ltr" }, edited, h("time", {}, clockTime(message.date, zone)));
}

function quote(original) {
  if (!original) return null;
  const words = original.text ?? original.caption ?? WORDS.unsupported(kindOf(original));
  return h("div", { class: "quote", dir: "auto", title: WORDS.reply }, words.slice(0, 120));
}

/** The name of what a message carries, as the Bot API calls it. */
export function kindOf(message) {
  const known = KNOWN.find((kind) => kind in message);
  const others = Object.keys(message).filter((key) => typeof message[key] === "object" && !["chat", "from"].includes(key));
  return known ?? others[0] ?? "message";
}
