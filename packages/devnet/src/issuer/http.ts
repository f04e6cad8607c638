import { type BankRail, parseSignedCashOut } from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import { verifyWebhookSignature } from "@ryugu/sdk/transfer";
import type { LocalServer } from "../chain/local-server.ts";
import {
  type JsonAnswer,
  type JsonQuestion,
  jsonOf,
  jsonServer,
  refuse,
} from "../http/json-server.ts";
import type { Issuer } from "./issuer.ts";
import { reconcileDay } from "./reconcile-day.ts";

/** What an issuer's API is made of. */
export interface IssuerApiOptions {
  readonly port: number;
  /** Platforms' bearer tokens by their names. `operator` is the issuer's own. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly rail: BankRail;
  /** The secret that the bank signs its webhook with. */
  readonly webhookSecret: string;
  /** Called when the bank tells something: what it is, the bank is asked. */
  readonly onWord: () => void;
}

const STATUS: Readonly<Record<string, number>> = {
  "invalid-cash-out": 422,
  "invalid-bank-account": 422,
  "cash-out-too-small": 422,
  "integer-out-of-range": 422,
  "cash-out-not-found": 404,
  "cash-out-too-late": 409,
  "cash-out-unavailable": 503,
  "issuer-busy": 503,
  "webhook-forged": 401,
  "webhook-stale": 401,
};
const CASH_OUT = /^\/v1\/cash-outs\/(0x[0-9a-f]{64})(\/cancel)?$/;
const RECONCILIATION = /^\/v1\/reconciliations\/(\d{4}-\d{2}-\d{2})$/;
const OPERATOR = "operator";

/** An issuer's API over HTTP: for platforms, for its bank, and for its operator. */
export function issuerApi(issuer: Issuer, options: IssuerApiOptions): LocalServer {
  return jsonServer({
    port: options.port,
    tokens: options.tokens,
    statusOf: ({ code }) => STATUS[code],
    handle: async (question) => {
      const asked = `${question.method} ${question.path}`;
      if (asked === "GET /health") return { status: 200, body: { status: "ok" } };
      if (asked === "POST /v1/bank-webhook") return hearBank(question, options);
      if (question.caller === undefined) return refuse(401, "not-authorized", "No known token.");
      if (question.caller === OPERATOR) return routeOperator(issuer, question, options);
      return routePlatform(issuer, question, question.caller);
    },
  });
}

/** The bank's word is only a reason to ask it: so it does not matter if it comes twice, late or in another order. */
async function hearBank(question: JsonQuestion, options: IssuerApiOptions): Promise<JsonAnswer> {
  const { body, header } = question;
  await verifyWebhookSignature(
    options.webhookSecret,
    { body, header },
    { now: Date.now() / 1_000 },
  );
  options.onWord();
  return { status: 202, body: {} };
}

async function routePlatform(
  issuer: Issuer,
  question: JsonQuestion,
  platform: string,
): Promise<JsonAnswer> {
  const adapter = issuer.forPlatform(platform);
  const { method, path, query } = question;
  const ok = (body: unknown) => ({ status: 200, body });
  switch (`${method} ${path}`) {
    case "GET /v1/terms":
      return ok(await adapter.terms());
    case "GET /v1/quote":
      return quote(question, (amount, bankCode) => adapter.quote(amount, bankCode));
    case "POST /v1/cash-outs":
      return ok(await adapter.request(parseSignedCashOut(jsonOf(question))));
    case "GET /v1/events":
      return ok(
        await adapter.events(Number(/^\d{1,15}$/.exec(query.get("after") ?? "0")?.[0] ?? 0)),
      );
  }
  const [, id, cancel] = CASH_OUT.exec(path) ?? [];
  if (id !== undefined && method === (cancel ? "POST" : "GET")) {
    return ok(await (cancel ? adapter.cancel : adapter.status)(bytes32(id)));
  }
  return refuse(404, "not-found", "There is nothing at this path.");
}

async function quote(
  { query }: JsonQuestion,
  work: (amount: bigint, bankCode: string) => Promise<unknown>,
): Promise<JsonAnswer> {
  const [amount, bankCode] = [query.get("amount") ?? "", query.get("bankCode") ?? ""];
  if (!/^[0-9]{1,78}$/.test(amount) || !/^[0-9]{4}$/.test(bankCode)) {
    return refuse(
      400,
      "invalid-request",
      "A quote takes amount, in units, and bankCode, 4 digits.",
    );
  }
  return { status: 200, body: await work(BigInt(amount), bankCode) };
}

async function routeOperator(
  issuer: Issuer,
  { method, path }: JsonQuestion,
  { rail }: IssuerApiOptions,
): Promise<JsonAnswer> {
  if (`${method} ${path}` === "GET /v1/strays") return { status: 200, body: issuer.store.strays() };
  const [, day] = RECONCILIATION.exec(path) ?? [];
  if (method !== "GET" || day === undefined || Number.isNaN(Date.parse(day))) {
    return refuse(404, "not-found", "There is nothing at this path.");
  }
  const found = await reconcileDay(issuer.store, rail, day);
  return found === undefined
    ? refuse(404, "not-found", "The bank's day is not over.")
    : { status: 200, body: found };
}
