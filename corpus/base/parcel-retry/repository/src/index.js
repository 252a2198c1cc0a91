export { ParcelClient } from "./client.js";
export { ParcelError } from "./errors.js";
