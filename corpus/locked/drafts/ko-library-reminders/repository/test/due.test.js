import test from 'node:test';
import assert from 'node:assert/strict';
import { dueDate, isOverdue } from '../lib/due.js';

const loan = { kind: 'normal', borrowedAt: '2025-04-01T00:00:00Z', title: '소년', memberId: 1 };

test('14일 뒤가 기한', () => {
  assert.equal(dueDate(loan).toISOString(), '2025-04-15T00:00:00.000Z');
});

test('반납하면 연체가 아니다', () => {
  assert.equal(isOverdue({ ...loan, returnedAt: '2025-04-20T00:00:00Z' }, new Date('2025-05-01')), false);
});
