// The log of one chat: keeps elements of unchanged messages, replaces edited ones in place, drops deleted ones.
import { h } from "./dom.js";
import { drawn } from "./message.js";
import { day } from "./time.js";
import { WORDS } from "./words.js";

const AT_THE_END = 80; // pixels from the bottom that still count as reading the newest message

export class Messages {
  #elements = new Map(); // key → {drawing: JSON text, element}

  constructor(person, zone, command) {
    this.person = person;
    this.zone = zone;
    this.command = command;
    const label = WORDS.messages(person.name);
    const log = { class: "scroller", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" };
    this.list = h("ol", { class: "log" });
    this.empty = h("p", { class: "nothing" }, WORDS.noMessages);
    this.element = h("div", { ...log, "data-testid": "messages" }, this.list, this.empty);
  }

  show(messages) {
    const shown = messages.filter((message) => !message.deleted);
    const following = this.#follows();
    const focus = this.#focused();
    const wanted = this.#withDays(shown);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { element }] of this.#elements) {
      if (keys.has(key)) continue;
      element.remove();
      this.#elements.delete(key);
    }
    wanted.forEach((entry, index) => this.#place(entry, index));
    this.empty.hidden = shown.length > 0;
    this.#refocus(focus);
    if (following) this.toEnd();
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  scrollTo(messageId) {
    this.#elements.get(String(messageId))?.element.scrollIntoView({ block: "center" });
  }

  #withDays(messages) {
    let last = null;
    return messages.flatMap((message) => {
      const entry = { key: String(message.message_id), drawing: JSON.stringify(message), draw: () => this.#draw(message) };
      const date = day(message.date, this.zone);
      if (date === last) return [entry];
      last = date;
      return [{ key: `day before ${entry.key}`, drawing: date, draw: () => dayMark(date) }, entry];
    });
  }

  #draw(message) {
    return drawn(message, this.person, this.zone, this.command);
  }

  #place({ key, drawing, draw }, index) {
    const known = this.#elements.get(key);
    let element = known?.element;
    if (known?.drawing !== drawing) {
      element = draw();
      known?.element.replaceWith(element);
      this.#elements.set(key, { drawing, element });
    }
    if (this.list.children[index] !== element) this.list.insertBefore(element, this.list.children[index] ?? null);
  }

  #follows() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < AT_THE_END;
  }

  // An edit replaces the very buttons somebody is tapping through with the keyboard: the same place keeps the focus.
  #focused() {
    const item = document.activeElement?.closest?.(".message");
    if (!item || !this.list.contains(item)) return null;
    const key = item.dataset.messageId;
    return { key, index: [...item.querySelectorAll(".inline")].indexOf(document.activeElement) };
  }

  #refocus(focus) {
    if (!focus || focus.index < 0 || document.activeElement !== document.body) return;
    const buttons = this.#elements.get(focus.key)?.element.querySelectorAll(".inline");
    if (buttons?.length) buttons[Math.min(focus.index, buttons.length - 1)].focus();
    else this.element.focus();
  }
}

const dayMark = (date) => h("li", { class: "day" }, h("span", {}, date));
