import { type ErrorJson, RyuguError, type RyuguErrorOptions } from "@ryugu/sdk/errors";

/** An error that is answered to whoever asked, with an HTTP status. Every part of the server extends it. */
export abstract class AnswerableError extends RyuguError {
  /** The HTTP status that says it. */
  abstract readonly status: number;
}

/** What somebody sent is not taken, for one of several reasons that a program can tell apart. */
export abstract class ReasonedError extends AnswerableError {
  readonly status: number = 422;
  /** Which of the code's cases it is. */
  readonly reason: string;

  constructor(reason: string, sentence: string, options: RyuguErrorOptions = {}) {
    const details = [`Reason: ${reason}`, ...(options.details ?? [])];
    super(sentence, { ...options, details });
    this.reason = reason;
  }

  override toJSON(): ErrorJson {
    return { ...super.toJSON(), ...{ reason: this.reason } };
  }
}

/** No session stands behind the request: none was named, or it has ended. */
export class SessionUnknownError extends AnswerableError {
  readonly code = "session-unknown";
  readonly status = 401;
}

/** A page of a stranger's origin asked for more than it may. */
export class OriginRefusedError extends AnswerableError {
  readonly code = "origin-refused";
  readonly status = 403;
}

/** A request's body is larger than the route reads. */
export class BodyTooLargeError extends AnswerableError {
  readonly code = "body-too-large";
  readonly status = 413;
}

/** A request's body ended early, or is of another media type than the route reads. */
export class BodyRefusedError extends AnswerableError {
  readonly code = "body-refused";
  readonly status: number;

  constructor(status: 400 | 415, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.status = status;
  }
}

/** One person or one machine asks too often. */
export class TooOftenError extends AnswerableError {
  readonly code = "too-often";
  readonly status = 429;
  override readonly retryable = true;
  /** When asking again makes sense, in seconds from now. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super("This is asked too often. Wait a moment.", {
      details: [`Wait: ${retryAfter} s`],
    });
    this.retryAfter = retryAfter;
  }
}

/** The server does as much as it can at once; the same request may succeed in a moment. */
export class ServerBusyError extends AnswerableError {
  readonly code = "server-busy";
  readonly status = 503;
  override readonly retryable = true;
}
