/** Error numbers that providers use for "too many requests", and for nothing else. */
const BUSY_CODES = new Set([429, -32_007, -32_016, -32_029, -32_090]);
const BUSY_WORDS =
  /rate.?limit|too many requests|request limit|requests per second|compute units per second|throughput|daily request count/i;

/** HTTP's "too many requests" and "not now". */
const BUSY_STATUSES = new Set([429, 503]);

/** Whether a JSON-RPC error says that there were too many requests, rather than that one asked for too much. */
export const isBusyError = (code: number, message: string): boolean =>
  BUSY_CODES.has(code) || BUSY_WORDS.test(message);

/** Whether an HTTP status says that there were too many requests. */
export const isBusyStatus = (status: number): boolean => BUSY_STATUSES.has(status);

/**
 * How long a `Retry-After` header asks for, in milliseconds.
 *
 * @param now - Unix milliseconds
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const until = /^\d+$/.test(header.trim()) ? now + Number(header) * 1_000 : Date.parse(header);
  return Number.isFinite(until) ? Math.max(0, until - now) : undefined;
}
