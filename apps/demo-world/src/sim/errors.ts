import { RyuguError } from "@ryugu/sdk/errors";

/** One server-sent event was longer than any node sends. */
export class EventTooLongError extends RyuguError {
  readonly code = "event-too-long";
}
