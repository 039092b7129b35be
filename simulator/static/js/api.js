// The page's own HTTP interface (/page/…, JSON). Failures are shown here, and thrown so that the caller stops.
import { notify } from "./toasts.js";
import { WORDS } from "./words.js";

/** Whoever looks at the page has read it already. */
export class Shown extends Error {}

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(`/page/${path}`, options);
  } catch (error) {
    notify(WORDS.offline);
    throw new Shown(WORDS.offline, { cause: error });
  }
  const body = await response.json();
  if (response.ok) return body;
  notify(body.error, { alert: true });
  throw new Shown(body.error);
}

const post = (path, body = {}) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const api = {
  state: () => request("state"),
  addPerson: (person) => post("people", person),
  chat: (person) => request(`chats/${person}`),
  says: (person, text) => post(`chats/${person}/messages`, { text }),
  taps: (person, message_id, data) => post(`chats/${person}/taps`, { message_id, data }),
  opens: (person, parameter) => post(`chats/${person}/start`, { parameter }),
  blocks: (person) => post(`chats/${person}/block`),
  unblocks: (person) => post(`chats/${person}/unblock`),
  moveClock: (change) => post("clock", change),
  network: (change) => post("network", change),
  sends: (person, kind, file) => {
    const form = new FormData();
    form.append("kind", kind);
    form.append("file", file, file.name);
    return request(`chats/${person}/messages`, { method: "POST", body: form });
  },
  fileAddress: (fileId) => `/page/files/${encodeURIComponent(fileId)}`,
};
