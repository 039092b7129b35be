// Where a person writes: text, commands, attachments, and the reply keyboard below.
import { api } from "./api.js";
import { attachMenu } from "./attachments.js";
import { Commands } from "./commands.js";
import { h, icon } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { WORDS } from "./words.js";

export class Composer {
  #markup = null;
  #signature = "";
  #folded = false;

  constructor(person) {
    this.person = person;
    this.input = h("textarea", {
      class: "input",
      rows: "1",
      dir: "auto",
      lang: person.language_code,
      placeholder: WORDS.message,
      "aria-label": WORDS.message,
      "data-testid": "composer",
      oninput: () => this.#changed(),
      onkeydown: (event) => this.#pressed(event),
    });
    this.commands = new Commands(this.input, (command) => this.#send(command));
    this.#build();
  }

  #build() {
    const button = (name, label, testid, onclick) =>
      h("button", { type: "button", class: "round", "aria-label": label, title: label, "data-testid": testid, onclick }, icon(name));
    this.menu = button("commands", WORDS.commands, "commands-button", () => this.commands.toggle());
    this.menu.addEventListener("pointerdown", (event) => event.preventDefault());
    this.fold = button("keyboard", WORDS.hideKeyboard, "fold", () => this.#foldKeyboard(!this.#folded));
    this.send = button("send", WORDS.send, "send", () => this.#send(this.input.value.trim()));
    this.send.classList.add("primary");
    this.send.disabled = true;
    const field = h("div", { class: "field" }, this.input, this.fold);
    const line = h("div", { class: "composer" }, this.menu, attachMenu(this.person), field, this.send);
    this.keyboard = h("div", { class: "keyboard-place" });
    this.element = h("div", { class: "writing" }, this.commands.element, line, this.keyboard);
  }

  show({ commands, reply_keyboard: markup, keyboard_folded: folded }) {
    this.commands.set(commands);
    const signature = JSON.stringify([markup, folded]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#markup = markup;
    this.input.placeholder = markup?.input_field_placeholder ?? WORDS.message;
    this.keyboard.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, (text) => this.says(text))] : []));
    this.#foldKeyboard(folded);
  }

  /** Says what a button or a link holds; what is being written stays. */
  says(text) {
    return api.says(this.person.id, text);
  }

  async #send(text) {
    this.input.focus();
    if (!text) return;
    this.#write("");
    try {
      await this.says(text);
    } catch (error) {
      if (!this.input.value) this.#write(text);
      throw error;
    }
  }

  #write(text) {
    this.input.value = text;
    this.#changed();
  }

  #pressed(event) {
    if (event.isComposing || this.commands.pressed(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.#send(this.input.value.trim());
  }

  #changed() {
    this.send.disabled = !this.input.value.trim();
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  #foldKeyboard(folded) {
    this.#folded = folded;
    const label = folded ? WORDS.showKeyboard : WORDS.hideKeyboard;
    this.fold.hidden = !this.#markup?.keyboard;
    this.fold.setAttribute("aria-expanded", String(!folded));
    this.fold.setAttribute("aria-label", label);
    this.fold.title = label;
    this.fold.replaceChildren(icon(folded ? "keyboard" : "fold"));
    this.keyboard.hidden = folded || this.fold.hidden;
  }
}
