// The log of one chat: keeps elements of unchanged messages, replaces edited ones in place, drops deleted ones.
import { h } from "./dom.js";
import { drawn } from "./message.js";
import { day } from "./time.js";
import { WORDS } from "./words.js";

const AT_THE_END = 80; // pixels from the bottom that still count as reading the newest message

export class Messages {
  #elements = new Map(); // key → {drawing: JSON text, element}
  #top = 0; // scrollTop as last seen
  #drawn = false;
  #following = true; // the newest message is in view, and stays so when more come

  /** `context` is what drawn() in message.js takes beside the message. */
  constructor(context) {
    this.context = context;
    const label = WORDS.messages(context.person.name);
    const log = { class: "scroller", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" };
    this.list = h("ol", { class: "log" });
    this.empty = h("p", { class: "nothing" }, WORDS.noMessages);
    this.element = h("div", { ...log, "data-testid": "messages" }, this.list, this.empty);
    this.element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const resized = new ResizeObserver(() => this.#following && this.toEnd());
    resized.observe(this.element);
    resized.observe(this.list);
  }

  show(messages) {
    const shown = messages.filter((message) => !message.deleted);
    if (shown.some((message) => this.#isOwnNew(message))) this.#following = true;
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
    this.list.hidden = !shown.length;
    this.#refocus(focus);
    this.#drawn = true;
    if (this.#following) this.toEnd();
  }

  toEnd() {
    this.#following = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  scrollTo(messageId) {
    this.#elements.get(String(messageId))?.element.scrollIntoView({ block: "center" });
  }

  #withDays(messages) {
    let last = null;
    return messages.flatMap((message) => {
      const entry = { key: String(message.message_id), drawing: JSON.stringify(message), draw: () => drawn(message, this.context) };
      const date = day(message.date, this.context.zone);
      if (date === last) return [entry];
      last = date;
      return [{ key: `day before ${entry.key}`, drawing: date, draw: () => dayMark(date) }, entry];
    });
  }

  #place({ key, drawing, draw }, index) {
    const known = this.#elements.get(key);
    let element = known?.element;
    if (known?.drawing !== drawing) {
      element = draw();
      if (known) known.element.replaceWith(element);
      else if (this.#drawn) element.classList.add("fresh"); // moves in; what was there before stands still
      this.#elements.set(key, { drawing, element });
    }
    if (this.list.children[index] !== element) this.list.insertBefore(element, this.list.children[index] ?? null);
  }

  // Only somebody who scrolls up stops following: a keyboard that unfolds below also moves the end out of sight.
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    if (scrollHeight - scrollTop - clientHeight < AT_THE_END) this.#following = true;
    else if (scrollTop < this.#top) this.#following = false;
    this.#top = scrollTop;
  }

  #isOwnNew({ message_id: id, from }) {
    return from?.id === this.context.person.id && !this.#elements.has(String(id));
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
