// Inline keyboards under messages, and the reply keyboard under the chat. Rows stay as they were sent, left to right:
// Telegram has no right-to-left mode, so what looks wrong here looks wrong on the phone.
import { h, icon } from "./dom.js";
import { WORDS } from "./words.js";

/** rows → node or null; `tapped(data, button element)` for buttons with callback data. */
export function inlineKeyboard(markup, tapped) {
  const rows = markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const buttons = (row) => row.map((button) => inlineButton(button, tapped));
  return h("div", { class: "inline-keyboard", dir: "ltr" }, rows.map((row) => h("div", { class: "row" }, buttons(row))));
}

function inlineButton(button, tapped) {
  const common = { class: `inline ${button.style ?? ""}`, dir: "auto", title: button.text, "data-testid": "inline-button" };
  if (button.url) {
    const link = { ...common, href: button.url, target: "_blank", rel: "noopener noreferrer" };
    if (!/^(https?|tg|mailto|tel):/i.test(button.url)) delete link.href;
    return h("a", link, h("span", {}, button.text), icon("link"));
  }
  const tap = (event) => tapped(button.callback_data, event.currentTarget);
  const enabled = button.callback_data != null;
  return h("button", { ...common, type: "button", disabled: !enabled, onclick: tap }, h("span", {}, button.text));
}

/** The keyboard that stays below the chat; `says(text)` sends a button's text as the person's own message. */
export function replyKeyboard(markup, says) {
  const rows = markup.keyboard.map((row) => h("div", { class: "row" }, row.map((button) => replyButton(button, says))));
  return h("div", { class: "reply-keyboard", dir: "ltr", role: "group", "aria-label": WORDS.keyboard }, rows);
}

function replyButton(button, says) {
  const text = typeof button === "string" ? button : button.text;
  const attributes = { type: "button", class: "reply", dir: "auto", "data-testid": "reply-button", onclick: () => says(text) };
  return h("button", attributes, text);
}
