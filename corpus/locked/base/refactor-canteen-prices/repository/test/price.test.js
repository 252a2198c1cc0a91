import test from 'node:test';
import assert from 'node:assert/strict';
import { price, describe } from '../src/price.js';

const monday = new Date(2025, 4, 5);
const friday = new Date(2025, 4, 9);
const one = (dish, more = {}) => ({ dish, count: 1, ...more });

test('student pays 80 percent, not on drinks', () => {
  assert.equal(price([one('pasta'), one('water')], { type: 'student' }, monday), 432 + 120);
});

test('staff gets 150 off mains', () => {
  assert.equal(price([one('schnitzel'), one('cake')], { type: 'staff' }, monday), 540 + 280);
});

test('menu takes 60 off', () => {
  assert.equal(price([one('pasta'), one('soup')], { type: 'guest' }, monday), 621 + 288 - 60);
});

test('friday is 5 percent off for students', () => {
  assert.equal(price([one('pasta')], { type: 'student' }, friday), 410);
});

test('describe lists and totals', () => {
  assert.deepEqual(describe([one('coffee', { ownCup: true })], { type: 'staff' }, monday), [
    '1 x coffee 1.60',
    'total 1.60',
  ]);
});
