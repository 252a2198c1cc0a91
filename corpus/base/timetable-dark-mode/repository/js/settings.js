const KEY = "timetable.settings";
const DEFAULTS = { weekend: false };

/** The stored settings; what is missing or unreadable has its default. */
export function load(storage = localStorage) {
  try {
    const stored = JSON.parse(storage.getItem(KEY)) ?? {};
    return { weekend: stored.weekend === true };
  } catch {
    return { ...DEFAULTS };
  }
}

export function save(settings, storage = localStorage) {
  storage.setItem(KEY, JSON.stringify(settings));
}
