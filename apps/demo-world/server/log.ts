import { RyuguError } from "@ryugu/sdk/errors";

/** What a log line may hold besides its event: counts, codes and times; never tokens, names, texts or addresses. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Writes one line of the log. */
export type Log = (event: string, fields?: LogFields) => void;

/** A log of JSON lines, each with its time. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (event, fields = {}) => {
    write(`${JSON.stringify({ event, ...fields, time: now().toISOString() })}\n`);
  };
}

/** An error as a log may hold it: a code where it is one of ours, else its kind and where it was thrown. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof RyuguError) return { code: error.code };
  if (!(error instanceof Error)) return { kind: typeof error };
  // The message of an error that nobody foresaw may quote what a person sent; the stack's frames do not.
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { kind: error.name, at: frames.slice(0, 3).join(" ").trim() };
}
