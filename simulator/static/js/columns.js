// Which chats stand side by side: as many as fit, the last chosen ones, in the order in which people were added.
import { Chat } from "./chat.js";
import { h } from "./dom.js";
import { addThree, askPerson } from "./people.js";
import { WORDS } from "./words.js";

const COLUMN = 350; // pixels: a phone's screen with 5 per cent off, so that 700 px show two
const MEMORY = "relais-simulator-columns";

export class Columns {
  people = [];
  unread = new Set();
  changed = () => {};
  #chats = new Map(); // person id → Chat, kept while hidden so that a draft stays
  #order = JSON.parse(localStorage.getItem(MEMORY) ?? "[]"); // the last chosen stands last

  constructor(element) {
    this.element = element;
    new ResizeObserver(() => this.#layout()).observe(element);
  }

  /** `state` as GET /page/state gives it. Somebody new comes into view. */
  show({ people, clock }) {
    this.zone = clock.zone;
    this.#order = this.#order.filter((id) => people.some((person) => person.id === id)); // it may be another world
    const before = new Set([...this.people.map(({ id }) => id), ...this.#order]);
    const newcomers = people.map(({ id }) => id).filter((id) => !before.has(id));
    if (!this.people.length) newcomers.reverse(); // at first sight: the first ones in view
    if (this.people.length || !this.#order.length) this.#order.push(...newcomers);
    this.people = people;
    this.#layout();
  }

  knows(id) {
    return this.people.some((person) => person.id === id);
  }

  visible() {
    const fit = Math.max(1, Math.floor(this.element.clientWidth / COLUMN));
    return new Set(this.#order.slice(-fit));
  }

  choose(id) {
    this.#order = [...this.#order.filter((other) => other !== id), id];
    this.#layout();
    if (matchMedia("(pointer: fine)").matches) this.#chats.get(id).focus(); // else a keyboard would cover the chat
  }

  hide(id) {
    this.#order = this.#order.filter((other) => other !== id);
    this.#layout();
  }

  refresh(id) {
    if (this.visible().has(id)) return this.#chats.get(id)?.refresh();
    this.unread.add(id);
    return this.changed();
  }

  refreshAll() {
    for (const id of this.visible()) this.#chats.get(id)?.refresh();
  }

  #layout() {
    localStorage.setItem(MEMORY, JSON.stringify(this.#order));
    const visible = this.visible();
    const shown = this.people.filter(({ id }) => visible.has(id));
    const elements = shown.map((person) => this.#chat(person).element);
    const same = elements.length === this.element.children.length && elements.every((e, i) => e === this.element.children[i]);
    if (!same || !elements.length) this.element.replaceChildren(...(elements.length ? elements : [this.#nobody()]));
    if (!same) for (const { id } of shown) this.#arrive(id);
    this.changed();
  }

  #chat(person) {
    if (!this.#chats.has(person.id)) this.#chats.set(person.id, new Chat(person, this.zone, () => this.hide(person.id)));
    return this.#chats.get(person.id);
  }

  #arrive(id) {
    this.unread.delete(id);
    const chat = this.#chats.get(id);
    chat.messages.toEnd(); // an element that was out of the page has lost its scroll position
    chat.refresh();
  }

  #nobody() {
    if (this.people.length || this.zone === undefined) return h("div", { class: "nobody" });
    const three = h("button", { type: "button", class: "primary", "data-testid": "add-three", onclick: addThree }, WORDS.threePeople);
    const one = h("button", { type: "button", class: "quiet", "data-testid": "add-first", onclick: askPerson }, WORDS.addPerson);
    const words = [h("h2", {}, WORDS.emptyTitle), h("p", {}, WORDS.emptyText)];
    return h("div", { class: "nobody" }, h("div", {}, words, h("div", { class: "dialog-buttons" }, three, one)));
  }
}
