import { RyuguError } from "@ryugu/sdk/errors";
import { type Logger, pino } from "pino";
import type { NodeEvent, Report } from "../ports/report.ts";

/** What an event is worth saying. Those not named are for debugging. */
const LEVELS: Partial<Record<NodeEvent["type"], "trace" | "info" | "warn" | "error">> = {
  "tick-ended": "trace",
  "request-answered": "trace",
  "chain-reorganised": "warn",
  "endpoint-failed": "warn",
  "endpoint-recovered": "info",
  "endpoint-contradicted": "error",
  "logs-refused": "warn",
  "lane-halted": "error",
  "lane-reanchored": "warn",
  "checkpoints-signed": "info",
  "signature-refused": "error",
  "seat-changed": "warn",
  "validators-changed": "info",
  "zone-split": "error",
  "manifest-adopted": "info",
  "manifest-refused": "warn",
  "manifest-unavailable": "warn",
  "attestations-recovered": "warn",
  "two-heads-found": "error",
  "peer-failed": "warn",
  "peer-answered": "info",
  "delivery-sent": "info",
  "delivery-raised": "warn",
  "delivery-mined": "info",
  "delivery-lost": "warn",
  "delivery-failed": "warn",
  "act-sent": "info",
  "act-raised": "warn",
  "act-mined": "info",
  "act-lost": "warn",
  "act-failed": "warn",
  "shortfall-found": "error",
  "shortfall-ended": "warn",
  "reserves-unread": "info",
  "quarantine-asked": "error",
  "statement-signed": "info",
  "royalties-forwarded": "info",
  "royalties-ended": "info",
  "royalties-unread": "warn",
  "payouts-read-anew": "warn",
  "task-failed": "warn",
  "task-recovered": "info",
  "node-started": "info",
  "access-used": "info",
  "access-refused": "info",
  "webhook-failed": "warn",
  "webhook-recovered": "info",
  "task-elsewhere": "info",
  "task-taken-over": "warn",
};

/** Structured logs, one JSON object a line, on standard output. Nothing secret is ever given to it. */
export function createLogger(level: string, partner: string): Logger {
  return pino({ level, base: { partner }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Turns events into log lines. */
export function logReport(logger: Logger): Report {
  return (event) => {
    const { type, ...fields } = event;
    const level = LEVELS[type] ?? "debug";
    logger[level](
      "error" in fields ? { ...fields, error: describeError(fields.error) } : fields,
      type,
    );
  };
}

/** An error as plain data, with what caused it; a stack only for errors that nobody foresaw. */
export function describeError(error: unknown): object {
  return withoutSecrets(describe(error));
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  if (error instanceof RyuguError) {
    const { code, message, details } = error.toJSON();
    return { code, message, details, ...cause };
  }
  const { name, message, stack } = error;
  if ("code" in error && typeof error.code === "string") return { code: error.code, message };
  return { name, message, ...(error.cause === undefined ? { stack } : cause) };
}

/** A URL up to its host; what stands before and behind it often holds keys. */
const URLS = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@"'`]*@)?([^\s/?#"'`]*)([^\s"'`]*)/gi;

/** Keeps what URLs say besides where they lead out of the logs, wherever a library put them. */
function withoutSecrets(value: object): object {
  const text = JSON.stringify(value, (_, field: unknown) =>
    typeof field === "string" ? shortenUrls(field) : field,
  );
  return JSON.parse(text) as object;
}

/** The same for one text. Files keep their paths. */
function shortenUrls(text: string): string {
  return text.replaceAll(URLS, (whole, scheme: string, host: string, rest: string) => {
    if (scheme.toLowerCase() === "file://") return whole;
    return `${scheme}${host}${rest.length > 1 ? "/…" : rest}`;
  });
}
