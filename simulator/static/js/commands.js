// The menu of the bot's commands for this person's language: opened by "/" or by the button, driven by arrow keys.
import { h } from "./dom.js";
import { WORDS } from "./words.js";

let made = 0;

export class Commands {
  #commands = [];
  #matching = [];
  #active = 0;

  /** `choose("/hours")` is called with the chosen command; `input` keeps the focus all the while. */
  constructor(input, choose) {
    this.input = input;
    this.choose = choose;
    this.id = `commands-${(made += 1)}`;
    const label = { role: "listbox", "aria-label": WORDS.commands, "data-testid": "commands" };
    this.element = h("div", { class: "commands", id: this.id, hidden: true, ...label });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": this.id, "aria-expanded": "false" })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("blur", () => this.close());
  }

  set(commands) {
    this.#commands = commands;
    if (this.open) this.#show(this.#matching.length ? this.input.value : "");
  }

  get open() {
    return !this.element.hidden;
  }

  toggle() {
    this.input.focus();
    if (this.open) this.close();
    else this.#show("");
  }

  close() {
    this.element.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** True if the key was for the menu. */
  pressed(event) {
    if (!this.open) return false;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && this.#matching.length) this.#point(this.#active + moves[event.key]);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && this.#matching.length && !event.shiftKey) this.#chosen(this.#active);
    else return false;
    event.preventDefault();
    return true;
  }

  #typed() {
    const value = this.input.value;
    if (/^\/\w*$/.test(value)) this.#show(value);
    else this.close();
  }

  #show(typed) {
    this.#matching = this.#commands.filter(({ command }) => `/${command}`.startsWith(typed.toLowerCase()));
    if (typed.length > 1 && !this.#matching.length) return this.close();
    this.element.replaceChildren(...this.#matching.map((command, index) => this.#option(command, index)));
    if (!this.#matching.length) this.element.append(h("p", { class: "nothing" }, WORDS.noCommands));
    this.element.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    return this.#point(0);
  }

  #option({ command, description }, index) {
    const attributes = {
      class: "option",
      id: `${this.id}-${index}`,
      role: "option",
      "data-testid": "command",
      onpointerdown: (event) => event.preventDefault(), // keeps the focus in the input
      onclick: () => this.#chosen(index),
    };
    return h("div", attributes, h("b", { dir: "ltr" }, `/${command}`), h("span", { dir: "auto" }, description));
  }

  #point(index) {
    const options = this.element.querySelectorAll(".option");
    if (!options.length) return;
    this.#active = (index + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.#active)));
    options[this.#active].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.#active].id);
  }

  #chosen(index) {
    this.close();
    this.choose(`/${this.#matching[index].command}`);
  }
}
