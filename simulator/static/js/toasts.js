// Short notes over a chat or over the page: what answerCallbackQuery says, and errors of this page.
import { h } from "./dom.js";
import { WORDS } from "./words.js";

const SECONDS = 5;

/** An alert stays until it is closed, a toast goes by itself. `place` is an element that is positioned. */
export function notify(text, { alert = false, place = document.body } = {}) {
  if (alert) return openAlert(text);
  const toast = h("div", { class: "toast", role: "status", dir: "auto", "data-testid": "toast" }, text);
  place.querySelector(":scope > .toast")?.remove();
  place.append(toast);
  setTimeout(() => toast.remove(), SECONDS * 1000);
  return toast;
}

function openAlert(text) {
  const close = h("button", { class: "primary", autofocus: true, "data-testid": "alert-close" }, WORDS.close);
  const words = h("p", { dir: "auto" }, text);
  const form = h("form", { method: "dialog" }, words, h("div", { class: "dialog-buttons" }, close));
  const dialog = h("dialog", { class: "dialog", role: "alertdialog", "data-testid": "alert", "aria-label": text }, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
