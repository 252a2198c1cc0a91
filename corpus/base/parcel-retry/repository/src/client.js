import { ParcelError } from "./errors.js";

export class ParcelClient {
  #baseUrl;
  #token;
  #fetch;

  constructor({ baseUrl, token, fetch = globalThis.fetch }) {
    this.#baseUrl = baseUrl;
    this.#token = token;
    this.#fetch = fetch;
  }

  lookUp(id) {
    return this.#send("GET", `/parcels/${encodeURIComponent(id)}`);
  }

  book(parcel) {
    return this.#send("POST", "/bookings", parcel);
  }

  cancel(bookingId, reason) {
    return this.#send("DELETE", `/bookings/${encodeURIComponent(bookingId)}`, { reason });
  }

  async #send(method, path, body) {
    const response = await this.#fetch(this.#baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        "content-type": "application/json",
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.status >= 400) {
      throw new ParcelError(response.status, answer.code, answer.message);
    }
    return answer;
  }
}
