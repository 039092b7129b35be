// Builds elements. Text always goes in as text nodes, so nothing that a person or the bot wrote is ever parsed as HTML.

/** h("button", {class: "x", "data-testid": "y", onclick: f, disabled: false}, "text", node, null) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: "M3 20.5 21.5 12 3 3.5 3 10l12 2-12 2z",
  attach: "M16.5 6.5v9.8a4.5 4.5 0 0 1-9 0V5.8a3 3 0 0 1 6 0v9.4a1.4 1.4 0 0 1-2.9 0V6.5H9v8.7a3 3 0 0 0 6 0V5.8a4.6 4.6 0 0 0-9.1 0v10.5a6 6 0 0 0 12.1 0V6.5z",
  commands: "M4 6h16v2H4zm0 5h16v2H4zm0 5h10v2H4z",
  keyboard: "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z",
  fold: "m12 15.5-6.5-6.5 1.4-1.4 5.1 5 5.1-5 1.4 1.4z",
  more: "M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  add: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  pin: "M12 2a7 7 0 0 0-7 7c0 5.2 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 9.600a2.600 2.600 0 1 1 0-5.200 2.600 2.600 0 0 1 0 5.200z",
  file: "M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.100.900-2 2-2zm7 1.500V8h4.500z",
  clock: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm-1 3v6l5 3 1-1.600-4-2.400V7z",
  link: "M14 4h6v6h-2V7.400l-7.300 7.300-1.400-1.400L16.600 6H14zM5 6h6v2H7v9h9v-4h2v6H5z",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A modal form; resolves by calling `submit(values)` unless it is cancelled. Escape closes it, focus returns by itself. */
export function openDialog({ title, testid, fields, accept, cancel, submit }) {
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", {}, title),
    fields,
    h(
      "div",
      { class: "dialog-buttons" },
      h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, cancel),
      h("button", { type: "submit", class: "primary", "data-testid": `${testid}-accept` }, accept),
    ),
  );
  const dialog = h("dialog", { class: "dialog", "data-testid": testid, "aria-label": title }, form);
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", () => submit(Object.fromEntries(new FormData(form))));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A <details> as a small menu: Escape, a choice, or a click elsewhere closes it. */
export function menu({ label, testid, symbol, items, up = false }) {
  const summary = h("summary", { "aria-label": label, title: label, class: "round", "data-testid": testid }, icon(symbol));
  const list = h("div", { class: up ? "menu-list up" : "menu-list" });
  const details = h("details", { class: "menu" }, summary, list);
  const close = () => details.removeAttribute("open");
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    list.replaceChildren(...items().map((item) => menuItem(item, close)));
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    close();
    summary.focus();
  });
  document.addEventListener("pointerdown", (event) => details.contains(event.target) || close());
  return details;
}

function menuItem({ text, testid, choose }, close) {
  const chosen = () => {
    close();
    choose();
  };
  return h("button", { type: "button", "data-testid": testid, onclick: chosen }, text);
}
