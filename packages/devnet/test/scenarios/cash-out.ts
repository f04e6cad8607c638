import {
  type BankAccount,
  type CashOut,
  httpCashOut,
  parseBankAccount,
  readCurrency,
  signCashOut,
} from "@ryugu/sdk/payout";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { hexlify, randomBytes } from "ethers";
import { expect, test } from "vitest";
import type { RunningZone } from "../../src/index.ts";
import type { Visitor, WorldPlace } from "../support/visitor.ts";

const YEN = 10n ** 18n;
/** A demo's visitor waits as long, in milliseconds. */
const SETTLED_WITHIN = 20_000;
const HOUR = 3_600;

/** A zone with worlds, and somebody who has just come to Garan. */
export interface CashOutStage {
  zone: RunningZone;
  garan: WorldPlace;
  visitor(): Promise<Visitor>;
}

const accountAt = (number: string): BankAccount =>
  parseBankAccount({
    ...{ bankCode: "0005", branchCode: "001", type: "ordinary", number },
    holder: "ミナト ハナコ",
  });

/** A person's yen becomes a bank transfer, by the zone's own issuer and bank, with nothing but a session at Garan. */
export function cashOut(stage: () => CashOutStage): void {
  async function paidTo(account: BankAccount): Promise<CashOut> {
    const { zone, garan, visitor } = stage();
    const person = await visitor();
    await person.post(garan.url, "/yen");
    const { cashOut: isOffered } = (await person.get(garan.url, "/platform.json")).body;
    expect(isOffered).toBe(true);
    const issuer = httpCashOut({ url: `${garan.url}/cash-out`, token: person.tokenOf(garan) });
    const { currency, redemption } = await issuer.terms();
    const chain = zone.provider("garan");
    try {
      const known = { chain: garan.chain, provider: chain };
      expect(currency).toEqual(await readCurrency(known, address(zone.money?.yen ?? "")));
    } finally {
      chain.destroy();
    }
    expect(redemption).toBe(zone.ready.money?.issuer.redemption);
    const signed = await signCashOut(person.wallet, {
      ...{ currency, redemption, payee: person.address, account, units: 20_000n * YEN },
      idempotencyKey: bytes32(hexlify(randomBytes(32))),
      validBefore: Math.floor(Date.now() / 1_000) + HOUR,
    });
    const { id } = await issuer.request(signed);
    const state = async () => (await issuer.status(id)).state;
    const ends = expect.poll(state, { timeout: SETTLED_WITHIN, interval: 200 });
    await ends.toMatch(/^(?:settled|returned)$/);
    return issuer.status(id);
  }

  test("is in a bank account within seconds", async () => {
    expect(await paidTo(accountAt("1234567"))).toMatchObject({ state: "settled", yen: 20_000n });
  });

  test("comes back from an account that is not there, and one that is closed", async () => {
    const reasons = await Promise.all(
      ["9234567", "3000001"].map(async (number) => paidTo(accountAt(number))),
    );
    expect(reasons).toMatchObject([
      { state: "returned", reason: "no-such-account" },
      { state: "returned", reason: "account-closed" },
    ]);
  });
}
