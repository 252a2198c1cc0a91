// usage: till TYPE DISH[*COUNT][+cup]...
import { describe } from './price.js';

function parseItem(text) {
  const m = /^([a-z]+)(?:\*(\d+))?(\+cup)?$/.exec(text);
  if (!m) throw new Error('cannot read: ' + text);
  return { dish: m[1], count: Number(m[2] ?? 1), ownCup: m[3] !== undefined };
}

try {
  const [type, ...items] = process.argv.slice(2);
  const day = process.env.TILL_DATE ? new Date(process.env.TILL_DATE) : new Date();
  for (const line of describe(items.map(parseItem), { type }, day)) console.log(line);
} catch (error) {
  console.error('till: ' + error.message);
  process.exitCode = 1;
}
