import { RyuguError } from "@ryugu/sdk/errors";
import { AnswerableError } from "./http/errors.ts";

/** The world server's configuration file is missing, unreadable or wrong. */
export class WorldConfigError extends RyuguError {
  readonly code = "world-config";
}

/** The world server cannot start: its port is taken, the page was not built, or a folder is not there. */
export class WorldServerError extends RyuguError {
  readonly code = "world-server";
}

/** A request that the world server will not answer; carries the HTTP status it answers instead. */
export class RequestRefusedError extends AnswerableError {
  readonly code = "request-refused";
  readonly status: number;

  constructor(status: number, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.status = status;
  }
}
