import { RyuguError } from "@ryugu/sdk/errors";

/** A request's path, query or body did not have the shape that the API asks for. */
export class InvalidRequestError extends RyuguError {
  readonly code = "invalid-request";
}

/** A request's body was larger than the API reads. */
export class RequestTooLargeError extends RyuguError {
  readonly code = "request-too-large";
}

/** A request did not arrive wholly in the time that the API gives it. */
export class RequestTooSlowError extends RyuguError {
  readonly code = "request-too-slow";
  override readonly retryable = true;
}

/** A request needs a token, or bore one that the node does not know. */
export class NotAuthorizedError extends RyuguError {
  readonly code = "not-authorized";
}

/** A token was good, and does not reach what it asked for. */
export class NotAllowedError extends RyuguError {
  readonly code = "not-allowed";
}

/** Nothing is at a path, or has the id asked for. */
export class NotFoundError extends RyuguError {
  readonly code = "not-found";
}

/** One address made too many requests, or holds too many open streams. */
export class TooManyRequestsError extends RyuguError {
  readonly code = "too-many-requests";
  override readonly retryable = true;
}

/** The node failed in a way that the one who asked cannot help; its log has the reason. */
export class InternalError extends RyuguError {
  readonly code = "internal-error";
  override readonly retryable = true;
}

/** The API could not listen on its address: the port is taken, or not allowed. */
export class ListenError extends RyuguError {
  readonly code = "listen-failed";
}
