// Prices in cents. Rules: see docs on the till, or ask the canteen.

const DISHES = {
  soup: { base: 250, kind: 'side' },
  salad: { base: 320, kind: 'side' },
  pasta: { base: 540, kind: 'main' },
  schnitzel: { base: 690, kind: 'main' },
  cake: { base: 280, kind: 'dessert' },
  water: { base: 120, kind: 'drink' },
  coffee: { base: 180, kind: 'drink' },
};

export function price(order, customer, date) {
  let total = 0;
  let mains = 0;
  let sides = 0;
  for (const item of order) {
    const dish = DISHES[item.dish];
    if (!dish) throw new Error('unknown dish: ' + item.dish);
    let p = dish.base;
    if (customer.type === 'student') {
      if (dish.kind !== 'drink') p = Math.round(p * 0.8);
    } else if (customer.type === 'staff') {
      if (dish.kind === 'main') p = Math.max(0, p - 150);
    } else if (customer.type === 'guest') {
      p = Math.round(p * 1.15);
    } else {
      throw new Error('unknown customer type: ' + customer.type);
    }
    if (dish.kind === 'drink' && item.ownCup) p = Math.max(0, p - 20);
    if (dish.kind === 'main') mains += item.count;
    if (dish.kind === 'side') sides += item.count;
    total += p * item.count;
  }
  const menus = Math.min(mains, sides);
  total -= menus * 60;
  if (date.getDay() === 5 && customer.type === 'student') total = Math.round(total * 0.95);
  return Math.max(0, total);
}

export function describe(order, customer, date) {
  const lines = [];
  for (const item of order) {
    const dish = DISHES[item.dish];
    if (!dish) throw new Error('unknown dish: ' + item.dish);
    let p = dish.base;
    if (customer.type === 'student') {
      if (dish.kind !== 'drink') p = Math.round(p * 0.8);
    } else if (customer.type === 'staff') {
      if (dish.kind === 'main') p = Math.max(0, p - 150);
    } else if (customer.type === 'guest') {
      p = Math.round(p * 1.15);
    } else {
      throw new Error('unknown customer type: ' + customer.type);
    }
    if (dish.kind === 'drink' && item.ownCup) p = Math.max(0, p - 20);
    lines.push(`${item.count} x ${item.dish} ${(p / 100).toFixed(2)}`);
  }
  lines.push(`total ${(price(order, customer, date) / 100).toFixed(2)}`);
  return lines;
}
