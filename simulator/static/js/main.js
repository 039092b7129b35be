// The simulator's page. Hooks for browser tests (data-testid, data-…) are listed in ../README.md.
import { api, Shown } from "./api.js";
import { Bar } from "./bar.js";
import { Columns } from "./columns.js";
import { joined, listen } from "./live.js";

addEventListener("unhandledrejection", (event) => event.reason instanceof Shown && event.preventDefault());

const columns = new Columns(document.getElementById("columns"));
const bar = new Bar(document.getElementById("bar"), (person) => columns.choose(person));
columns.changed = () => bar.showPeople(columns);

const readState = joined(async () => {
  const state = await api.state();
  columns.show(state);
  bar.show(state);
});

listen({
  async changed(person, kind) {
    if (person === null || !columns.knows(person)) await readState();
    else columns.refresh(person);
    if (kind === "profile") columns.refreshAll(); // commands, for instance
  },
  async connected(up) {
    bar.online(up);
    if (!up) return;
    await readState();
    columns.refreshAll();
  },
});
