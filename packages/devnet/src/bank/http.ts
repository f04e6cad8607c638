import type { LocalServer } from "../chain/local-server.ts";
import {
  type JsonAnswer,
  type JsonQuestion,
  jsonOf,
  jsonServer,
  refuse,
} from "../http/json-server.ts";
import type { Bank } from "./bank.ts";
import { type Misbehave, misbehaving } from "./faults.ts";
import { parseOrder, toTransferJson } from "./order-json.ts";
import type { BankFaults } from "./settings.ts";

/** What a bank's API is made of. */
export interface BankApiOptions {
  readonly port: number;
  /** The customer's bearer token. */
  readonly token: string;
  readonly faults: BankFaults | undefined;
}

const STATUS: Readonly<Record<string, number>> = {
  "invalid-bank-account": 400,
  "order-conflict": 409,
  "bank-transfer-not-found": 404,
  "bank-maintenance": 503,
};
const TRANSFER = /^\/v1\/transfers\/(0x[0-9a-f]{64})(\/cancel)?$/;
const SETTLEMENT = /^\/v1\/settlements\/(\d{4}-\d{2}-\d{2})$/;

/** A bank's API over HTTP. */
export function bankApi(bank: Bank, { port, token, faults }: BankApiOptions): LocalServer {
  const misbehave = misbehaving(faults);
  return jsonServer({
    port,
    tokens: { customer: token },
    statusOf: ({ code }) => STATUS[code],
    handle: async (question) => {
      if (question.path === "/health") return { status: 200, body: { status: "ok" } };
      if (question.caller === undefined) return refuse(401, "not-authorized", "No known token.");
      bank.assertOpen();
      return route(bank, question, misbehave);
    },
  });
}

async function route(
  bank: Bank,
  question: JsonQuestion,
  misbehave: Misbehave,
): Promise<JsonAnswer> {
  const { method, path } = question;
  const asked = `${method} ${path}`;
  if (asked === "GET /v1/terms") return { status: 200, body: bank.terms() };
  if (asked === "GET /v1/ledger") return { status: 200, body: bank.balances() };
  if (asked === "POST /v1/transfers") {
    const order = parseOrder(jsonOf(question));
    return misbehave(() => ({ status: 202, body: toTransferJson(bank.order(order)) }));
  }
  const [, day] = SETTLEMENT.exec(path) ?? [];
  if (method === "GET" && day !== undefined) return settlement(bank, day);
  const [, key, cancel] = TRANSFER.exec(path) ?? [];
  if (key !== undefined && method === (cancel ? "POST" : "GET")) {
    const work = cancel ? bank.cancel : bank.status;
    return misbehave(() => ({ status: 200, body: toTransferJson(work(key)) }));
  }
  return refuse(404, "not-found", "There is nothing at this path.");
}

function settlement(bank: Bank, day: string): JsonAnswer {
  if (Number.isNaN(Date.parse(day))) return refuse(400, "invalid-request", "There is no such day.");
  const file = bank.settlementFile(day);
  return file === undefined
    ? refuse(404, "not-found", "The day is not over.")
    : { status: 200, body: file };
}
