// Adding people who write to the bot.
import { api } from "./api.js";
import { h, openDialog } from "./dom.js";
import { WORDS } from "./words.js";

export function askPerson() {
  const name = h("input", { name: "name", required: true, maxlength: "64", autocomplete: "off", dir: "auto", "data-testid": "person-name" });
  const languages = Object.entries(WORDS.languages).map(([code, words]) => h("option", { value: code }, `${words} (${code})`));
  const language = h("select", { name: "language_code", "data-testid": "person-language" }, languages);
  const fields = [
    h("label", {}, WORDS.name, name),
    h("label", {}, WORDS.phoneLanguage, language),
    h("fieldset", {}, h("legend", {}, WORDS.role), Object.entries(WORDS.roles).map(role), h("small", {}, WORDS.roleNote)),
  ];
  const words = { title: WORDS.addPerson, accept: WORDS.add, cancel: WORDS.cancel };
  openDialog({ ...words, testid: "person-dialog", fields, submit: api.addPerson });
}

function role([value, text], index) {
  const radio = { type: "radio", name: "role", value, checked: index === 0, "data-testid": `person-role-${value}` };
  return h("label", { class: "choice" }, h("input", radio), text);
}

/** One after the other, so that they stand in this order. */
export async function addThree() {
  for (const person of WORDS.starters) await api.addPerson(person);
}
