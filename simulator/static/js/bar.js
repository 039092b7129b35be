// The top of the page: who is there, what time it is, how the network does.
import { face } from "./chat.js";
import { Controls } from "./controls.js";
import { h, icon } from "./dom.js";
import { askPerson } from "./people.js";
import { WORDS } from "./words.js";

export class Bar {
  #signature = "";

  constructor(element, choose) {
    this.choose = choose;
    this.bot = h("small", { "data-testid": "bot" }, WORDS.loading);
    this.people = h("div", { class: "chips", role: "group", "aria-label": WORDS.people });
    this.add = h("button", { type: "button", class: "chip add", title: WORDS.addPerson, "data-testid": "add-person", onclick: askPerson });
    this.add.append(icon("add"), h("span", {}, WORDS.addPerson));
    this.lost = h("p", { class: "lost", role: "alert", hidden: true, "data-testid": "offline" }, WORDS.offline);
    this.controls = new Controls();
    const title = h("div", { class: "title" }, h("h1", {}, WORDS.title), this.bot);
    const people = h("nav", { class: "people", "aria-label": WORDS.people }, this.people, this.add);
    element.append(title, people, this.controls.element, this.lost);
  }

  show({ bots, clock, network }) {
    this.bot.textContent = bots.length ? `@${bots[0].username}` : WORDS.noBot;
    this.controls.show(clock, network);
  }

  /** Drawn only when something changed, so that the focus stays on the chip that was pressed. */
  showPeople(columns) {
    const visible = columns.visible();
    const chips = columns.people.map((person) => ({
      person,
      shown: visible.has(person.id),
      unread: columns.unread.has(person.id),
    }));
    const signature = JSON.stringify(chips);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const focused = document.activeElement?.dataset?.testid;
    this.people.replaceChildren(...chips.map((chip) => this.#chip(chip)));
    if (focused?.startsWith("chip-")) this.people.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  online(up) {
    this.lost.hidden = up;
  }

  #chip({ person, shown, unread }) {
    const attributes = {
      type: "button",
      class: unread ? "chip unread" : "chip",
      title: person.name,
      "aria-pressed": String(shown),
      "data-testid": `chip-${person.id}`,
      onclick: () => this.choose(person.id),
    };
    return h("button", attributes, face(person), h("bdi", {}, person.name));
  }
}
