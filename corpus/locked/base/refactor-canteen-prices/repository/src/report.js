import { price } from './price.js';

/** Sum of a day's receipts in cents, by customer type. */
export function dayReport(receipts, date) {
  const sums = { student: 0, staff: 0, guest: 0 };
  for (const r of receipts) sums[r.customer.type] += price(r.order, r.customer, date);
  return sums;
}
