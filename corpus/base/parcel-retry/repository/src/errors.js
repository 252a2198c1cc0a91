/** What the service refused, and why. */
export class ParcelError extends Error {
  constructor(status, code, message) {
    super(message);
    this.name = "ParcelError";
    this.status = status;
    this.code = code;
  }
}
