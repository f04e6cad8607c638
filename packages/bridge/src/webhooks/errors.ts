import { RyuguError } from "@ryugu/sdk/errors";

/** A webhook's endpoint did not take a message. It is told again later. */
export class WebhookFailedError extends RyuguError {
  readonly code = "webhook-failed";
  override readonly retryable = true;
}
