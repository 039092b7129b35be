// Server-Sent Events: each says only what changed, the page then reads it anew. EventSource reconnects by itself;
// after a gap everything is read again, so nothing that happened meanwhile is missed.

/** changed(personId | null, kind) for each event; connected(boolean) when the line goes up or down. */
export function listen({ changed, connected }) {
  const source = new EventSource("/page/events");
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = (event) => {
    const { person_id: person, kind } = JSON.parse(event.data);
    changed(person ?? null, kind);
  };
}

/** Runs `work` at once; calls that come while it runs are joined into one more run at its end. */
export function joined(work) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = false;
    }
  };
}
