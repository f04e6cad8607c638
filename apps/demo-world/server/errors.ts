import { RyuguError } from "@ryugu/sdk/errors";

/** The world server's configuration file is missing, unreadable or wrong. */
export class WorldConfigError extends RyuguError {
  readonly code = "world-config";
}

/** The world server cannot listen: its port is taken, or the page was not built. */
export class WorldServerError extends RyuguError {
  readonly code = "world-server";
}

/** A request that the world server will not answer; carries the HTTP status it answers instead. */
export class RequestRefusedError extends RyuguError {
  readonly code = "request-refused";
  readonly status: number;

  constructor(status: number, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.status = status;
  }
}
