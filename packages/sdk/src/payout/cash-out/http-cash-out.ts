import { RyuguError } from "../../errors/index.ts";
import { type Json, parseJson, preview, readBoundedText } from "../../primitives/index.ts";
import type { CashOutAdapter } from "./adapter.ts";
import {
  CashOutNotFoundError,
  CashOutTooLateError,
  CashOutTooSmallError,
  CashOutUnavailableError,
  InvalidBankAccountError,
  InvalidCashOutError,
} from "./errors.ts";
import { parseCashOut, parseCashOutEvents, parseCashOutTerms, parseQuote } from "./json.ts";

/** How an issuer is reached. */
export interface HttpCashOutOptions {
  /** Where its API begins, such as `https://issuer.example`, or below a path: `https://world.example/cash-out`. */
  readonly url: string;
  /**
   * What the issuer gave the platform: it opens bank accounts to the eye, so never put it into a page. A page asks its platform,
   * which passes on what is the person's own, and uses the person's session there.
   */
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
  /** How long one answer may take, in milliseconds; 10,000 by default. */
  readonly timeout?: number;
}

const MAX_ANSWER = 1_000_000;

/** A {@link CashOutAdapter} over an issuer's HTTP API. */
export function httpCashOut(options: HttpCashOutOptions): CashOutAdapter {
  const get = (path: string) => ask(options, "GET", path);
  const post = (path: string, body: unknown) => ask(options, "POST", path, JSON.stringify(body));
  return {
    terms: async () => parseCashOutTerms(await get("/v1/terms")),
    quote: async (amount, bankCode) => {
      const query = new URLSearchParams({ amount: `${amount}`, bankCode });
      return parseQuote(await get(`/v1/quote?${query}`));
    },
    request: async (signed) => parseCashOut(await post("/v1/cash-outs", signed)),
    status: async (id) => parseCashOut(await get(`/v1/cash-outs/${id}`)),
    cancel: async (id) => parseCashOut(await post(`/v1/cash-outs/${id}/cancel`, {})),
    events: async (after) => parseCashOutEvents(await get(`/v1/events?after=${after}`)),
  };
}

async function ask(
  { url, token, fetch = globalThis.fetch, timeout = 10_000 }: HttpCashOutOptions,
  method: "GET" | "POST",
  path: string,
  body?: string,
): Promise<Json> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}${path}`, {
      method,
      redirect: "error",
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      signal: AbortSignal.timeout(timeout),
      ...(body === undefined ? {} : { body }),
    });
    const answer = parseJson(await readBoundedText(response, MAX_ANSWER));
    if (response.ok) return answer;
    throw refusal(response.status, answer);
  } catch (cause) {
    if (cause instanceof RyuguError && cause.code !== "invalid-json") throw cause;
    // Also an answer that is no JSON: a proxy's page says nothing about what the issuer did.
    throw new CashOutUnavailableError("The issuer gave no answer.", { cause });
  }
}

/** The issuer's error as the caller would have had it from the adapter itself. */
function refusal(status: number, answer: Json): RyuguError {
  const { code, reason, message, details } = readError(answer);
  switch (code) {
    case "invalid-cash-out":
      return new InvalidCashOutError(reason as InvalidCashOutError["reason"], message, { details });
    case "invalid-bank-account":
      return new InvalidBankAccountError(reason as InvalidBankAccountError["field"], message, {
        details,
      });
    case "cash-out-too-small":
      return new CashOutTooSmallError(message, { details });
    case "cash-out-not-found":
      return new CashOutNotFoundError(message, { details });
    case "cash-out-too-late":
      return new CashOutTooLateError(message, { details });
    default:
      return new CashOutUnavailableError("The issuer did not do what was asked.", {
        details: [`Status: ${status}`, `It says: ${preview(message)}`],
      });
  }
}

function readError(answer: Json) {
  const error = typeof answer === "object" && answer !== null ? answer : {};
  const { code, reason, field, message, details } = error as Record<string, unknown>;
  return {
    code,
    reason: reason ?? field,
    message: typeof message === "string" ? message.slice(0, 500) : "The issuer gave no reason.",
    details: Array.isArray(details) ? details.slice(0, 8).map((line) => preview(line, 200)) : [],
  };
}
