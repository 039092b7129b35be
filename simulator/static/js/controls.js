// Clock and network. On a small screen they fold into one button that shows the time.
import { api } from "./api.js";
import { h, icon, openDialog } from "./dom.js";
import { clockTime, localInput, shortDay } from "./time.js";
import { WORDS } from "./words.js";

export class Controls {
  #ahead = 0; // seconds between the simulated clock and this computer's
  #zone = "UTC";

  constructor() {
    this.time = h("time", { "data-testid": "clock", "aria-label": WORDS.clock });
    const attributes = { type: "button", class: "clock", title: WORDS.controls, "data-testid": "controls" };
    this.button = h("button", { ...attributes, onclick: () => this.#fold(!this.panel.hidden) }, icon("clock"), this.time);
    this.panel = h("div", { class: "panel" }, this.#clock(), this.#network());
    this.element = h("div", { class: "controls" }, this.button, this.panel);
    this.element.addEventListener("keydown", (event) => this.#pressed(event));
    document.addEventListener("pointerdown", (event) => this.#narrow && !this.element.contains(event.target) && this.#fold(true));
    this.#fold(this.#narrow);
    setInterval(() => this.#tick(), 1000);
  }

  show(clock, { dropped, latency_ms: latency }) {
    this.#ahead = clock.now - Date.now() / 1000;
    this.#zone = clock.zone;
    this.element.classList.toggle("moved", Math.abs(clock.offset_seconds) >= 1);
    this.element.classList.toggle("dropped", dropped);
    this.drop.setAttribute("aria-pressed", String(dropped));
    if (![...this.latency.options].some(({ value }) => Number(value) === latency)) {
      this.latency.append(h("option", { value: latency }, WORDS.milliseconds(latency)));
    }
    this.latency.value = String(latency);
    this.#tick();
  }

  get now() {
    return Date.now() / 1000 + this.#ahead;
  }

  #tick() {
    const text = `${shortDay(this.now, this.#zone)}, ${clockTime(this.now, this.#zone)}`;
    if (this.time.textContent === text) return;
    this.time.textContent = text;
    this.time.dateTime = localInput(this.now, this.#zone);
  }

  get #narrow() {
    return matchMedia("(max-width: 1099px)").matches; // as in bar.css: there the panel lies over the chats
  }

  #fold(folded) {
    this.panel.hidden = folded;
    this.button.setAttribute("aria-expanded", String(!folded));
  }

  #pressed(event) {
    if (event.key !== "Escape" || !this.#narrow || this.panel.hidden) return;
    this.#fold(true);
    this.button.focus();
  }

  #clock() {
    const button = (text, label, testid, onclick) =>
      h("button", { type: "button", class: "quiet", "aria-label": label, title: label, "data-testid": testid, onclick }, text);
    return h(
      "div",
      { class: "group", role: "group", "aria-label": WORDS.clock },
      button(WORDS.plusHour, WORDS.plusHourLong, "clock-hour", () => api.moveClock({ by_seconds: 3600 })),
      button(WORDS.plusDay, WORDS.plusDayLong, "clock-day", () => api.moveClock({ by_seconds: 86400 })),
      button(WORDS.setClock, WORDS.setClockLong, "clock-set", () => this.#ask()),
      button(WORDS.resetClock, WORDS.resetClockLong, "clock-reset", () => api.moveClock({ reset: true })),
    );
  }

  #ask() {
    const value = localInput(this.now, this.#zone);
    const input = h("input", { type: "datetime-local", name: "to", required: true, value, "data-testid": "clock-input" });
    const fields = [h("label", {}, WORDS.dateTime(this.#zone), input)];
    const words = { title: WORDS.setClockLong, accept: WORDS.set, cancel: WORDS.cancel };
    openDialog({ ...words, testid: "clock-dialog", fields, submit: ({ to }) => api.moveClock({ to }) });
  }

  #network() {
    const toggle = () => api.network({ dropped: this.drop.getAttribute("aria-pressed") !== "true" });
    const label = WORDS.dropNetworkLong;
    this.drop = h(
      "button",
      { type: "button", class: "quiet toggle", "aria-pressed": "false", title: label, "data-testid": "network-drop", onclick: toggle },
      WORDS.dropNetwork,
    );
    const options = Object.entries(WORDS.latencies).map(([value, text]) => h("option", { value }, text));
    const choose = (event) => api.network({ latency_ms: Number(event.target.value) });
    const attributes = { "aria-label": WORDS.latency, title: WORDS.latency, "data-testid": "network-latency", onchange: choose };
    this.latency = h("select", attributes, options);
    return h("div", { class: "group", role: "group", "aria-label": WORDS.network }, this.drop, this.latency);
  }
}
