import assert from "node:assert/strict";
import { test } from "node:test";
import { load, save } from "../js/settings.js";
import { memory } from "./memory.js";

test("defaults when nothing is stored", () => {
  assert.deepEqual(load(memory()), { weekend: false });
});

test("what was saved is loaded", () => {
  const storage = memory();
  save({ weekend: true }, storage);
  assert.deepEqual(load(storage), { weekend: true });
});

test("defaults when the stored text is broken", () => {
  assert.deepEqual(load(memory({ "timetable.settings": "{" })), { weekend: false });
});
