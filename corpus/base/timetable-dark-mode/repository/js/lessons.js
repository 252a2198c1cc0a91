/** Weekday 1 is Monday; hours as "HH:MM". */
export const lessons = [
  { day: 1, from: "08:00", to: "08:45", name: "Biology", cancelled: false },
  { day: 1, from: "08:50", to: "09:35", name: "Latin", cancelled: true },
  { day: 3, from: "08:00", to: "08:45", name: "Music", cancelled: false },
  { day: 6, from: "10:00", to: "11:30", name: "Orchestra", cancelled: false },
];
