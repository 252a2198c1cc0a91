import assert from "node:assert/strict";
import { test } from "node:test";
import { ParcelClient, ParcelError } from "../src/index.js";
import { answering } from "./answering.js";

test("lookUp asks for one parcel", async () => {
  const fetch = answering([200, { id: "PX-1", state: "stored" }]);
  const client = new ParcelClient({ baseUrl: "http://x", token: "t", fetch });
  assert.equal((await client.lookUp("PX-1")).state, "stored");
  assert.equal(fetch.calls[0].url, "http://x/parcels/PX-1");
});

test("a refusal becomes a ParcelError", async () => {
  const fetch = answering([404, { code: "no_parcel", message: "no such parcel" }]);
  const client = new ParcelClient({ baseUrl: "http://x", token: "t", fetch });
  await assert.rejects(client.lookUp("PX-2"), new ParcelError(404, "no_parcel", "no such parcel"));
});
