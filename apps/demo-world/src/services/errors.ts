import { RyuguError, type RyuguErrorOptions } from "@ryugu/sdk/errors";

/** A node or the world server could not be asked, or answered nonsense. */
export class NodeUnavailableError extends RyuguError {
  readonly code = "node-unavailable";
  override readonly retryable = true;
}

/** A platform's world server could not be reached, or answered nonsense. */
export class PlatformUnreachableError extends RyuguError {
  readonly code = "platform-unreachable";
  override readonly retryable = true;
}

/** A platform's world server will not do what was asked; `reason` is its own code for why. */
export class PlatformRefusedError extends RyuguError {
  readonly code = "platform-refused";
  readonly reason: string;
  /** The HTTP status. */
  readonly status: number;

  constructor(reason: string, status: number, sentence: string) {
    super(sentence, { details: [`Reason: ${reason}`, `Status: ${status}`] });
    this.reason = reason;
    this.status = status;
  }
}

/** A file that somebody chose cannot be used as a picture. */
export class PictureUnusableError extends RyuguError {
  readonly code = "picture-unusable";
  readonly reason: "too-large" | "unreadable";

  constructor(reason: "too-large" | "unreadable", sentence: string, options?: RyuguErrorOptions) {
    super(sentence, options);
    this.reason = reason;
  }
}
