import { findCause, RyuguError } from "@ryugu/sdk/errors";
import {
  type BankRail,
  type BankTransfer,
  CashOutContradictionError,
  CashOutUnavailableError,
} from "@ryugu/sdk/payout";
import { type Bytes32, InvalidShapeError, parseJson } from "@ryugu/sdk/primitives";
import { parseTerms, parseTransfer } from "./order-json.ts";

/** How the simulated bank is reached. */
export interface HttpBankRailOptions {
  readonly url: string;
  readonly token: string;
  /** How long one answer may take, in milliseconds; 5,000 by default. */
  readonly timeout?: number;
}

const MAX_ANSWER = 100_000;
const MAX_FILE = 16_000_000;

/** A {@link BankRail} over the simulated bank's API. */
export function httpBankRail(options: HttpBankRailOptions): BankRail {
  const get = (path: string, most = MAX_ANSWER) => ask(options, path, { method: "GET" }, most);
  const post = (path: string, body: unknown) =>
    ask(options, path, { method: "POST", body: JSON.stringify(body) }, MAX_ANSWER);
  const read = async (key: Bytes32, answer: Promise<Answer>): Promise<BankTransfer | undefined> => {
    const { status, bytes } = await answer;
    if (status === 404) return undefined;
    if (status === 409)
      throw new CashOutContradictionError("The bank has another order of this key.");
    assertGood(status);
    const transfer = parsed(bytes, parseTransfer);
    if (transfer.key === key) return transfer;
    throw new CashOutContradictionError("The bank answered about another transfer.");
  };
  const known = (transfer: BankTransfer | undefined): BankTransfer => {
    if (transfer !== undefined) return transfer;
    throw new CashOutContradictionError("The bank does not know a transfer that was ordered.");
  };
  return {
    async terms() {
      const { status, bytes } = await get("/v1/terms");
      assertGood(status);
      return parsed(bytes, parseTerms);
    },
    order: async (order) => {
      const body = { ...order, yen: `${order.yen}` };
      return known(await read(order.key, post("/v1/transfers", body)));
    },
    status: (key) => read(key, get(`/v1/transfers/${key}`)),
    cancel: async (key) => known(await read(key, post(`/v1/transfers/${key}/cancel`, {}))),
    async settlementFile(day) {
      const { status, bytes } = await get(`/v1/settlements/${day}`, MAX_FILE);
      if (status === 404) return undefined;
      assertGood(status);
      return bytes;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

async function ask(
  { url, token, timeout = 5_000 }: HttpBankRailOptions,
  path: string,
  init: RequestInit,
  most: number,
): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: "error",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, bytes: await readBounded(response, most) };
  } catch (cause) {
    if (findCause(cause, RyuguError) !== undefined) throw cause;
    throw new CashOutUnavailableError("The bank gave no answer.", { cause });
  }
}

async function readBounded(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) throw new CashOutUnavailableError("The bank's answer is too long.");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A server's error, also one with a page in front of it: it is not known what the bank did. */
function assertGood(status: number): void {
  if (status >= 200 && status < 300) return;
  throw new CashOutUnavailableError("The bank did not do what was asked.", {
    details: [`Status: ${status}`],
  });
}

function parsed<T>(bytes: Uint8Array, parse: (value: unknown) => T): T {
  try {
    return parse(parseJson(new TextDecoder().decode(bytes), MAX_ANSWER));
  } catch (cause) {
    if (findCause(cause, InvalidShapeError)) throw cause;
    throw new CashOutUnavailableError("The bank's answer cannot be read.", { cause });
  }
}
