// The simulated clock as this page shows it. Instants are Unix seconds; what is read is wall time of `zone`.

const format = (options) => {
  const made = new Map();
  return (seconds, zone) => {
    if (!made.has(zone)) made.set(zone, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }));
    return made.get(zone).format(seconds * 1000);
  };
};

export const clockTime = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDay = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const isoDay = format({ year: "numeric", month: "2-digit", day: "2-digit" });

/** What <input type="datetime-local"> takes: "2026-11-21T09:30". */
export function localInput(seconds, zone) {
  const [date, month, year] = isoDay(seconds, zone).split("/");
  return `${year}-${month}-${date}T${clockTime(seconds, zone)}`;
}
