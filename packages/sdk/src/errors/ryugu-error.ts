/** Where every error's page is published: `<base>/<code>.md`. */
const DOCS_BASE = "https://github.com/ryugu-zone/ryugu/blob/main/docs/reference/errors";

/** What an error may carry besides its sentence. */
export interface RyuguErrorOptions {
  /** The error underneath, if there is one. */
  cause?: unknown;
  /** Facts for the reader, one line each: `["Expected: 3", "Received: 2"]`. */
  details?: readonly string[];
}

/**
 * The base of every error that Ryugu throws.
 *
 * Each subclass fixes `code` (kebab-case, never reused or renamed) and `retryable` (whether the same
 * call can succeed later without anyone changing anything). `docs/reference/errors/<code>.md` says
 * what the error means and what to do.
 */
export abstract class RyuguError extends Error {
  /** A stable, kebab-case name for programs: `message-truncated`. */
  abstract readonly code: string;
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable: boolean = false;
  /** The sentence alone, without details and link. */
  readonly shortMessage: string;
  readonly details: readonly string[];

  constructor(shortMessage: string, options: RyuguErrorOptions = {}) {
    super(
      [shortMessage, ...(options.details ?? [])].join("\n"),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.shortMessage = shortMessage;
    this.details = options.details ?? [];
    this.name = new.target.name;
  }

  /** The page that explains this error. */
  get docsUrl(): string {
    return `${DOCS_BASE}/${this.code}.md`;
  }

  /** The error as plain data, for logs, APIs and `--json`. Carries no stack. */
  toJSON(): ErrorJson {
    return {
      code: this.code,
      message: this.shortMessage,
      details: [...this.details],
      retryable: this.retryable,
      docs: this.docsUrl,
    };
  }
}

/** A {@link RyuguError} as it is written in logs, API answers and `--json` output. */
export interface ErrorJson {
  code: string;
  message: string;
  details: string[];
  retryable: boolean;
  docs: string;
}
