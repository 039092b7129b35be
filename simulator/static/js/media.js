// What a message carries beside its text: pictures, files, places.
import { api } from "./api.js";
import { h, icon } from "./dom.js";
import { WORDS } from "./words.js";

/** A node for the message's attachment, or null. */
export function attachment(message) {
  if (message.photo) return picture(message.photo.at(-1));
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, WORDS.location, "");
  if (message.sticker) return sticker(message.sticker);
  if (message.voice) return player(message.voice, WORDS.voice, "voice");
  if (message.audio) return player(message.audio, message.audio.title ?? WORDS.voice, "audio");
  const moving = message.video ?? message.animation ?? message.video_note;
  if (moving) return film(moving);
  if (message.document) return file(message.document);
  if (message.contact) return contact(message.contact);
  return null;
}

function picture(size) {
  const address = api.fileAddress(size.file_id);
  const image = h("img", { src: address, alt: WORDS.photo, loading: "lazy", width: size.width, height: size.height });
  return h("a", { class: "photo", href: address, target: "_blank", "data-testid": "photo" }, image);
}

function sticker({ file_id: fileId, emoji }) {
  const image = h("img", { class: "sticker", src: api.fileAddress(fileId), alt: emoji ?? WORDS.sticker });
  return h("div", { "data-testid": "sticker" }, image);
}

function player({ file_id: fileId }, label, kind) {
  const audio = h("audio", { controls: true, preload: "metadata", src: api.fileAddress(fileId), "aria-label": label });
  return h("div", { class: "player", "data-testid": kind }, audio);
}

function film({ file_id: fileId }) {
  return h("video", { controls: true, class: "film", src: api.fileAddress(fileId), "data-testid": "video" });
}

function file({ file_id: fileId, file_name: name = WORDS.document, file_size: size }) {
  const attributes = {
    class: "file",
    href: api.fileAddress(fileId),
    download: name,
    "aria-label": WORDS.downloadNamed(name),
    "data-testid": "document",
  };
  const words = h("span", { class: "file-words" }, h("bdi", {}, name), h("small", {}, size == null ? "" : bytes(size)));
  return h("a", attributes, h("span", { class: "file-sign" }, icon("file")), words);
}

function bytes(size) {
  return size < 1024 ? `${size} B` : size < 1024 ** 2 ? `${Math.round(size / 1024)} kB` : `${(size / 1024 ** 2).toFixed(1)} MB`;
}

function contact({ first_name: first, last_name: last = "", phone_number: number }) {
  const words = [h("bdi", {}, `${first} ${last}`.trim()), h("small", { dir: "ltr" }, number)];
  return h("div", { class: "file", "data-testid": "contact" }, h("span", { class: "file-words" }, words));
}

/** A drawn card instead of map tiles: the page asks nothing of the network. */
function place({ latitude, longitude }, name, address) {
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const pin = h("span", { class: "pin" }, icon("pin"));
  return h(
    "div",
    { class: "place", "data-testid": address ? "venue" : "location" },
    h("div", { class: "map", "aria-hidden": "true" }, pin),
    h(
      "div",
      { class: "place-words" },
      h("strong", { dir: "auto" }, name),
      address ? h("span", { dir: "auto" }, address) : null,
      h("small", { dir: "ltr" }, coordinates),
    ),
  );
}
