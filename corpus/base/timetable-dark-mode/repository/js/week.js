const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The table rows as HTML; the lesson going on at `now` has the class "now". */
export function render(lessons, settings, now) {
  const days = settings.weekend ? DAYS : DAYS.slice(0, 5);
  const head = days.map((day) => `<th>${day}</th>`).join("");
  const times = [...new Set(lessons.map((l) => l.from))].sort();
  const rows = times.map((time) => {
    const cells = days.map((_, i) => cell(lessons, i + 1, time, now)).join("");
    return `<tr><th>${time}</th>${cells}</tr>`;
  });
  return `<tr><th></th>${head}</tr>${rows.join("")}`;
}

function cell(lessons, day, from, now) {
  const lesson = lessons.find((l) => l.day === day && l.from === from);
  if (!lesson) return "<td></td>";
  const clock = now.toTimeString().slice(0, 5);
  const today = now.getDay() === 0 ? 7 : now.getDay();
  const isNow = today === day && from <= clock && clock < lesson.to;
  const classes = [lesson.cancelled && "cancelled", isNow && "now"].filter(Boolean);
  return `<td class="${classes.join(" ")}">${lesson.name}</td>`;
}
