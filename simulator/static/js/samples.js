// Small files drawn or computed on the spot, so that the page needs none of its own.
import { WORDS } from "./words.js";

export const SAMPLES = { photo, voice, document: letter, sticker };

function drawn(width, height, type, name, paint) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  paint(canvas.getContext("2d"));
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(new File([blob], name, { type: blob.type })), type, 0.85));
}

/** A sheet of paper on a table, as somebody would photograph a letter. */
function photo() {
  return drawn(640, 480, "image/jpeg", "photo.jpg", (pen) => {
    pen.fillStyle = "#b08968";
    pen.fillRect(0, 0, 640, 480);
    pen.translate(320, 250);
    pen.rotate(-0.06);
    pen.fillStyle = "#fbfaf5";
    pen.fillRect(-160, -210, 320, 430);
    pen.fillStyle = "#1f7a6d";
    pen.fillRect(-130, -180, 90, 26);
    pen.fillStyle = "#8a8f98";
    for (let line = 0; line < 12; line += 1) pen.fillRect(-130, -110 + line * 24, line % 4 === 3 ? 140 : 255, 8);
  });
}

function sticker() {
  return drawn(512, 512, "image/webp", "sticker.webp", (pen) => {
    pen.font = "360px sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText("👋", 256, 276);
  });
}

function letter() {
  return new File([WORDS.sampleLetter], "letter.txt", { type: "text/plain" });
}

/** One second of a soft tone as a WAV file (16 bit, mono, 8 kHz). */
function voice() {
  const rate = 8000;
  const view = new DataView(new ArrayBuffer(44 + rate * 2));
  const words = (offset, text) => [...text].forEach((letter, index) => view.setUint8(offset + index, letter.charCodeAt(0)));
  words(0, "RIFF");
  view.setUint32(4, 36 + rate * 2, true);
  words(8, "WAVEfmt ");
  [[16, 16], [24, rate], [28, rate * 2], [40, rate * 2]].forEach(([offset, value]) => view.setUint32(offset, value, true));
  [[20, 1], [22, 1], [32, 2], [34, 16]].forEach(([offset, value]) => view.setUint16(offset, value, true));
  words(36, "data");
  for (let sample = 0; sample < rate; sample += 1) {
    const fade = Math.sin((Math.PI * sample) / rate);
    view.setInt16(44 + sample * 2, 6000 * fade * Math.sin((2 * Math.PI * 330 * sample) / rate), true);
  }
  return new File([view.buffer], "voice.wav", { type: "audio/wav" });
}
