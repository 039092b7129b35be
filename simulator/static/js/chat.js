// One column: a person's chat with the bot, as on their phone.
import { api } from "./api.js";
import { Composer } from "./composer.js";
import { h, menu, openDialog } from "./dom.js";
import { joined } from "./live.js";
import { kindOf } from "./message.js";
import { Messages } from "./messages.js";
import { notify } from "./toasts.js";
import { WORDS } from "./words.js";

export class Chat {
  #answered = null; // query ids of the callback answers already shown
  #waiting = new Map(); // query id → the button whose tap the bot has not answered
  #drawn = false;

  constructor(person, zone, hide) {
    this.person = person;
    this.hide = hide;
    this.composer = new Composer(person);
    const command = (text) => this.composer.says(text);
    this.messages = new Messages({ person, zone, command, tap: (...tapped) => this.#tap(...tapped) });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true, "data-testid": "pinned" });
    this.status = h("small", { "data-testid": "status" });
    this.instead = h("div", { class: "instead", hidden: true });
    this.refresh = joined(() => this.#read());
    this.element = this.#build();
  }

  #build() {
    const { id, name, language_code: language } = this.person;
    const attributes = { class: "chat", lang: language, "aria-label": WORDS.chatWith(name), "data-testid": `person-${id}` };
    const parts = [this.#header(), this.pinned, this.messages.element, this.composer.element, this.instead];
    return h("section", attributes, parts);
  }

  #header() {
    const { name, language_code: language, role } = this.person;
    const tags = [WORDS.languages[language] ?? language, WORDS.roles[role] ?? role].filter(Boolean);
    const words = h("div", { class: "who" }, h("h2", {}, h("bdi", {}, name)), this.status);
    const label = WORDS.more(name);
    const more = menu({ label, testid: "more", symbol: "more", items: () => this.#choices() });
    this.tags = tags.join(" · ");
    return h("header", { class: "chat-header", lang: "en" }, face(this.person), words, more);
  }

  #choices() {
    const { id } = this.person;
    const blocking = this.blocked
      ? { text: WORDS.unblock, testid: "unblock", choose: () => api.unblocks(id) }
      : { text: WORDS.block, testid: "block", choose: () => api.blocks(id) };
    const start = { text: WORDS.startWith, testid: "start-with", choose: () => this.#askStart() };
    return [start, blocking, { text: WORDS.hide, testid: "hide", choose: this.hide }];
  }

  #askStart() {
    const input = { name: "parameter", pattern: "[A-Za-z0-9_\\-]{0,64}", dir: "ltr", autocomplete: "off" };
    const field = h("label", {}, WORDS.parameter, h("input", { ...input, "data-testid": "start-parameter" }));
    const submit = ({ parameter }) => api.opens(this.person.id, parameter);
    const words = { title: WORDS.startTitle, accept: WORDS.start, cancel: WORDS.cancel };
    openDialog({ ...words, testid: "start-dialog", fields: [field], submit });
  }

  focus() {
    const target = this.composer.element.hidden ? this.instead.querySelector("button") : this.composer.input;
    (target ?? this.messages.element).focus();
  }

  async #read() {
    const chat = await api.chat(this.person.id);
    this.blocked = chat.blocked;
    const doing = chat.blocked ? WORDS.blocked : chat.action === "typing" ? WORDS.typing : "";
    this.status.textContent = [this.tags, doing].filter(Boolean).join(" · ");
    this.messages.show(chat.messages);
    this.composer.show(chat);
    this.#showPinned(chat);
    this.#showInstead(chat);
    this.#showAnswers(chat.answers);
    if (!this.#drawn) this.messages.toEnd();
    this.#drawn = true;
  }

  #showPinned({ messages, pinned }) {
    const message = messages.find(({ message_id: id, deleted }) => id === pinned && !deleted);
    this.pinned.hidden = !message;
    if (!message) return;
    const words = message.text ?? message.caption ?? WORDS.unsupported(kindOf(message));
    this.pinned.replaceChildren(h("b", {}, WORDS.pinned), h("span", { dir: "auto" }, words.split("\n")[0]));
    this.pinned.onclick = () => this.messages.scrollTo(pinned);
  }

  // As in Telegram: before the first message there is only Start, and after a block only the way back.
  #showInstead({ blocked, messages }) {
    const { id } = this.person;
    const fresh = !messages.length;
    const button = (text, testid, onclick) => h("button", { type: "button", class: "big", "data-testid": testid, onclick }, text);
    const focused = this.instead.contains(document.activeElement);
    const wanted = blocked ? "unblock-big" : fresh ? "start" : "";
    if (this.instead.dataset.shown !== wanted) {
      const start = () => button(WORDS.start, wanted, () => api.opens(id, ""));
      const unblock = () => button(WORDS.unblock, wanted, () => api.unblocks(id));
      this.instead.replaceChildren(...(wanted ? [blocked ? unblock() : start()] : []));
      this.instead.dataset.shown = wanted;
    }
    this.instead.hidden = !wanted;
    this.composer.element.hidden = Boolean(wanted);
    if (focused) this.focus();
  }

  // The button goes on waiting until the bot answers, as on a phone: a bot that forgets to is seen here.
  async #tap(message, data, button) {
    button.classList.add("waiting");
    try {
      const { query_id: query } = await api.taps(this.person.id, message.message_id, data);
      if (this.#answered?.has(query)) button.classList.remove("waiting");
      else this.#waiting.set(query, button);
    } catch (error) {
      button.classList.remove("waiting");
      throw error;
    }
  }

  #showAnswers(answers) {
    const seen = this.#answered ?? new Set(answers.map(({ query_id: id }) => id)); // old ones are not shown again
    for (const { query_id: id, text, alert } of answers) {
      this.#waiting.get(id)?.classList.remove("waiting");
      this.#waiting.delete(id);
      if (!seen.has(id) && text) notify(text, { alert, place: this.element });
    }
    this.#answered = new Set(answers.map(({ query_id: id }) => id));
  }
}

/** A round face with the first letter, coloured by the person's id. */
export function face({ id, name }) {
  const letter = Array.from(name.trim())[0]?.toUpperCase() ?? "?";
  return h("span", { class: `face face-${id % 6}`, "aria-hidden": "true" }, letter);
}
