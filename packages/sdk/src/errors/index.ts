/** Typed errors: each has a stable code, a sentence, details and a page in `docs/reference/errors`. */
export { findCause, isRetryable } from "./cause.ts";
export { type ErrorJson, RyuguError, type RyuguErrorOptions } from "./ryugu-error.ts";
