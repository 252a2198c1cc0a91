import test from 'node:test';
import assert from 'node:assert/strict';
import { dayReport } from '../src/report.js';

test('sums by type', () => {
  const order = [{ dish: 'cake', count: 2 }];
  const receipts = [
    { order, customer: { type: 'staff' } },
    { order, customer: { type: 'student' } },
    { order, customer: { type: 'staff' } },
  ];
  assert.deepEqual(dayReport(receipts, new Date(2025, 4, 5)), { student: 448, staff: 1120, guest: 0 });
});
