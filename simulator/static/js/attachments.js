// Sends a photo, a voice note, a document or a sticker: a sample made here, or a file of one's own.
import { api } from "./api.js";
import { h, menu } from "./dom.js";
import { SAMPLES } from "./samples.js";
import { WORDS } from "./words.js";

export function attachMenu(person) {
  const input = h("input", { type: "file", hidden: true, "aria-label": WORDS.chooseFile, "data-testid": "attach-input" });
  input.addEventListener("change", () => {
    for (const file of input.files) api.sends(person.id, kindOf(file), file);
    input.value = "";
  });
  const samples = Object.entries(SAMPLES).map(([kind, make]) => ({
    text: WORDS.sample[kind],
    testid: `attach-${kind}`,
    choose: async () => api.sends(person.id, kind, await make()),
  }));
  const own = { text: WORDS.chooseFile, testid: "attach-file", choose: () => input.click() };
  const button = menu({ label: WORDS.attach, testid: "attach", symbol: "attach", items: () => [...samples, own], up: true });
  button.append(input);
  return button;
}

function kindOf({ type }) {
  if (/^image\/(jpeg|png|webp)$/.test(type)) return "photo";
  return type.startsWith("audio/") ? "voice" : "document";
}
