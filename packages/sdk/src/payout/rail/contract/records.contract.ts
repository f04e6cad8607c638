import { expect, test } from "vitest";
import { address } from "../../../primitives/index.ts";
import type { RailRecord } from "../records.ts";
import { actsOn, type PaymentRailFixture, part } from "./fixture.contract.ts";

const collect = async (records: AsyncIterable<RailRecord>) => {
  const seen: RailRecord[] = [];
  for await (const record of records) seen.push(record);
  return seen;
};

/** All that a rail did is found again. */
export function recordsContract(fixture: () => PaymentRailFixture): void {
  const { credited, payment, person, word } = actsOn(fixture);

  test("all that a payee ever got is found, and all of one purpose, and all of one payer", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    const { address: payee, purpose, block, key } = await credited(9n);
    await setPayable(payee, true);
    await rail.claimFor(carrier.signer, { payee, currency });
    const [buyer, poet] = [await person(), await person()];
    await fund(payer.address, 6n);
    const both = [part(payee, 4n), part(poet.address, 2n)];
    const second = await rail.pay(payer.signer, payment(both));
    await fund(buyer.address, 1n);
    const others = payment([part(poet.address, 1n)], buyer.address);
    await rail.pay(carrier.signer, others, await word(buyer.key, others, 1n));
    const fromBlock = block;
    const got = await collect(rail.records({ payee, fromBlock }));
    expect(got).toMatchObject([
      { kind: "share", purpose, payee, currency, amount: 9n, outcome: "credited" },
      { kind: "claim", payee, currency, to: payee, amount: 9n },
      { kind: "share", purpose: second.purpose, payee, amount: 4n, outcome: "paid" },
    ]);
    const ofPurpose = await collect(rail.records({ purpose: second.purpose, fromBlock }));
    const { shares, gasUsed: _, ...whole } = second;
    expect(ofPurpose).toEqual([...shares, whole]);
    const ofPayer = await collect(rail.records({ payer: payer.address, fromBlock }));
    expect(ofPayer).toMatchObject([{ purpose }, { purpose: second.purpose, amount: 6n }]);
    const early = { payee, fromBlock, toBlock: fromBlock };
    expect(await collect(rail.records(early))).toHaveLength(1);
    expect(address(key.address)).toBe(payee);
  });
}
