import { RyuguError } from "@ryugu/sdk/errors";

/** An avatar's server does not answer, or has no such file. Somebody else's avatar is drawn instead. */
export class AvatarUnreachableError extends RyuguError {
  readonly code = "avatar-unreachable";
  override readonly retryable = true;
}

/** An avatar's file is too large to be drawn, or holds no VRM. Somebody else's avatar is drawn instead. */
export class AvatarNotDrawnError extends RyuguError {
  readonly code = "avatar-not-drawn";
}
