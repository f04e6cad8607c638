import { findCause } from "@ryugu/sdk/errors";
import { safeLine } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import type { Locale } from "../../stores/preferences-store.ts";
import { asUnavailable } from "../ask.ts";
import { platformPath } from "../world/ask-platform.ts";
import { StatementRefusedError } from "./errors.ts";

/** How a statement is written. */
export type StatementFormat = "json" | "csv" | "pdf";

/** Which statement. */
export interface StatementQuestion {
  readonly account: string;
  /** `2026-11`, `2026`. */
  readonly period: string;
  readonly format: StatementFormat;
  readonly language: Locale;
}

/** A year's statement may take a node some seconds to derive, and a PDF some more to draw. */
const TIMEOUT = 60_000;
const MAX_BYTES = 30_000_000;
const NOT_FOUND = 404;

const errorSchema = z.object({ code: z.string(), message: z.optional(z.string()) });

/**
 * Asks one node for a statement.
 *
 * @throws StatementRefusedError, where the node says why; `unsupported` where it makes none. NodeUnavailableError
 */
export async function askStatement(
  node: string,
  { account, period, format, language }: StatementQuestion,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const query = new URLSearchParams({ format, language });
  try {
    const response = await fetch(
      platformPath(node, `/v1/statements/${account}/${period}?${query}`),
      {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
        credentials: "omit",
      },
    );
    const bytes = await readBounded(response);
    if (response.ok) return bytes;
    throw refusal(response.status, bytes);
  } catch (cause) {
    signal.throwIfAborted();
    if (findCause(cause, StatementRefusedError) !== undefined) throw cause;
    throw asUnavailable(cause);
  }
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    length += next.value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      throw new StatementRefusedError("too-large", "The statement is too large for this page.");
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function refusal(status: number, bytes: Uint8Array): StatementRefusedError {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    answer = undefined;
  }
  const { code = `http-${status}`, message } = errorSchema.safeParse(answer).data ?? {};
  // A node that knows no such path is of an older version, or was not told to make statements.
  const reason = status === NOT_FOUND ? "unsupported" : safeLine(code, 80);
  return new StatementRefusedError(
    reason,
    safeLine(message ?? `The node answered ${status}.`, 300),
  );
}
