import { expect, test } from "vitest";
import { actsOn, type PaymentRailFixture, part, random } from "./fixture.contract.ts";

/** A payer signs, and somebody else carries it out. */
export function signingContract(fixture: () => PaymentRailFixture): void {
  const { payment, person, word } = actsOn(fixture);

  test("a payer without gas signs, and whom they named carries it out, once", async () => {
    const { rail, carrier, currency, fund } = fixture();
    const [buyer, painter] = [await person(), await person()];
    await fund(buyer.address, 50n);
    const paid = payment([part(painter.address, 50n)], buyer.address);
    const signed = JSON.parse(JSON.stringify(await word(buyer.key, paid, 50n)));
    const made = await rail.pay(carrier.signer, paid, signed);
    expect(made).toMatchObject({ payer: buyer.address, caller: carrier.address, amount: 50n });
    expect(await rail.received(painter.address, currency)).toBe(50n);
    await fund(buyer.address, 50n);
    await expect(rail.pay(carrier.signer, paid, signed)).rejects.toMatchObject({
      code: "payout-refused",
    });
  });

  test("who carries a signed payment can change neither sum, purpose, time nor payer", async () => {
    const { rail, payer, carrier, fund } = fixture();
    const [buyer, painter] = [await person(), await person()];
    await fund(buyer.address, 100n);
    await fund(payer.address, 50n);
    const paid = payment([part(painter.address, 50n)], buyer.address);
    const signed = await word(buyer.key, paid, 50n);
    const refused = { code: "payout-refused", reason: expect.stringMatching(/Signature/) };
    for (const [changed, changedWord] of [
      [{ ...paid, parts: [part(painter.address, 51n)] }, signed],
      [{ ...paid, purpose: random() }, signed],
      [{ ...paid, payer: payer.address }, signed],
      [paid, { ...signed, validBefore: signed.validBefore + 1 }],
      [paid, { ...signed, salt: random() }],
    ] as const) {
      await expect(rail.pay(carrier.signer, changed, changedWord)).rejects.toMatchObject(refused);
    }
    await expect(rail.pay(payer.signer, paid, signed)).rejects.toMatchObject(refused);
    await rail.pay(carrier.signer, paid, signed);
  });

  test("a word that the rail would check is taken back by its salt", async () => {
    const { rail, payer } = fixture();
    const salt = random();
    expect(await rail.isSaltUsed(payer.address, salt)).toBe(false);
    await rail.voidSalt(payer.signer, salt);
    expect(await rail.isSaltUsed(payer.address, salt)).toBe(true);
    await expect(rail.voidSalt(payer.signer, salt)).rejects.toMatchObject({ reason: "SaltUsed" });
  });
}
