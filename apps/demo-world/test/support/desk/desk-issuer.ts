import {
  type CashOut,
  type CashOutMove,
  type CashOutTerms,
  cashOutId,
  InvalidCashOutError,
  moveCashOut,
  parseSignedCashOut,
  quoteCashOut,
  toCashOutJson,
  verifyCashOut,
} from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import type { Answer } from "../../../server/answer.ts";
import { signedIn } from "../../../server/http/request.ts";
import type { Route } from "../../../server/http/route.ts";
import { GARAN } from "../zone-fixture.ts";
import { PLACES } from "./money-chain.ts";

/** An issuer that moves when a test says so. It checks what was signed as a real one does. */
export interface DeskIssuer {
  readonly cashOuts: Map<string, CashOut>;
  /** Whether it is out of reach. */
  isSilent: boolean;
  /** Makes the newest cash-out take a step. */
  move(move: CashOutMove): void;
}

const TERMS: CashOutTerms = {
  currency: {
    ...{ chain: chainId(GARAN), address: address(PLACES.yen), name: "Test Yen", version: "1" },
    ...{ symbol: "tJPY", decimals: 18 },
  },
  redemption: address(`0x${"99".repeat(20)}`),
  perTransfer: 100_000n,
};
const FEES = {
  bankCode: "0310",
  sameBank: [{ from: 0n, fee: 0n }],
  otherBanks: [{ from: 0n, fee: 150n }],
};
/** A Tuesday. */
const LEAVES_ON = "2026-11-24";

/** An issuer whom nobody has asked yet. */
export function openDeskIssuer(): DeskIssuer {
  const cashOuts = new Map<string, CashOut>();
  return {
    cashOuts,
    isSilent: false,
    move(move) {
      const [id, newest] = [...cashOuts].at(-1) ?? [];
      if (id === undefined || newest === undefined) throw new Error("Nothing was asked for.");
      cashOuts.set(id, moveCashOut(newest, move));
    },
  };
}

const answer = (status: number, body: string): Answer => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: new TextEncoder().encode(body),
});

/** The issuer's API as a platform's server passes it on. */
export function issuerRoutes(issuer: DeskIssuer): Route[] {
  const route = (
    method: Route["method"],
    path: string,
    act: (request: Parameters<Route["handle"]>[0]) => Promise<string>,
  ): Route => ({
    method,
    path: `/cash-out/v1${path}`,
    handle: signedIn(async (request) => {
      if (issuer.isSilent) return answer(503, JSON.stringify({ code: "issuer-busy" }));
      try {
        return answer(200, await act(request));
      } catch (error) {
        if (!(error instanceof InvalidCashOutError)) throw error;
        return answer(422, JSON.stringify({ ...error.toJSON(), reason: error.reason }));
      }
    }),
  });
  const stands = (id = "") => {
    const found = issuer.cashOuts.get(id);
    if (found === undefined) throw new Error("Unknown cash-out.");
    return JSON.parse(toCashOutJson([{ sequence: 1, at: 1, cashOut: found }]))[0].cashOut;
  };
  return [
    route("GET", "/terms", async () => toCashOutJson(TERMS)),
    route("GET", "/quote", async ({ query }) => {
      const [amount, bank] = [BigInt(query.get("amount") ?? 0), query.get("bankCode") ?? ""];
      const quote = quoteCashOut(amount, bank, { decimals: 18, fees: FEES });
      return toCashOutJson({ ...quote, leavesOn: LEAVES_ON });
    }),
    route("POST", "/cash-outs", async (request) => {
      const signed = parseSignedCashOut(await request.body());
      const now = Math.floor(Date.now() / 1_000);
      verifyCashOut(signed, { ...TERMS, now, margin: 60 });
      const units = BigInt(signed.units);
      const { account, payee, idempotencyKey } = signed;
      const id = cashOutId({ payee, units, account, idempotencyKey });
      if (!issuer.cashOuts.has(id)) {
        const quote = quoteCashOut(units, account.bankCode, { decimals: 18, fees: FEES });
        const { yen, fee } = quote;
        const accountEnding = account.number.slice(-3);
        issuer.cashOuts.set(id, { id, payee, units, yen, fee, accountEnding, state: "requested" });
      }
      return JSON.stringify(stands(id));
    }),
    route("GET", "/cash-outs/:id", async ({ params }) => JSON.stringify(stands(params.id))),
    route("POST", "/cash-outs/:id/cancel", async ({ params }) => {
      issuer.move({ type: "cancelled", reason: "cancelled" });
      return JSON.stringify(stands(params.id));
    }),
  ];
}
