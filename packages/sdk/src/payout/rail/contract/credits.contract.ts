import { expect, test } from "vitest";
import { parseSignedClaim } from "../../credit/signed-claim.ts";
import { verifySignedClaim } from "../../credit/verify-claim.ts";
import { InvalidClaimError } from "../../errors.ts";
import { actsOn, type PaymentRailFixture, part } from "./fixture.contract.ts";

/** Who cannot be paid has a credit, and what was paid is given back. */
export function creditsContract(fixture: () => PaymentRailFixture): void {
  const { credited, payment, person } = actsOn(fixture);

  test("a payee who cannot be paid is credited, delays nobody, and is paid once they can be", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    const [blocked, poet] = [await person(), await person()];
    await setPayable(blocked.address, false);
    await fund(payer.address, 100n);
    const paid = payment([part(blocked.address, 60n), part(poet.address, 40n)]);
    const { shares } = await rail.pay(payer.signer, paid);
    expect(shares.map(({ outcome }) => outcome)).toEqual(["credited", "paid"]);
    expect(await rail.credit(blocked.address, currency)).toBe(60n);
    const wish = { payee: blocked.address, currency };
    await expect(rail.claimFor(carrier.signer, wish)).rejects.toMatchObject({
      code: "payout-refused",
    });
    await setPayable(blocked.address, true);
    const claimed = await rail.claimFor(carrier.signer, wish);
    expect(claimed).toMatchObject({ ...wish, to: blocked.address, amount: 60n });
    expect(await rail.received(blocked.address, currency)).toBe(60n);
    await expect(rail.claimFor(carrier.signer, wish)).rejects.toMatchObject({
      reason: "NothingToClaim",
    });
  });

  test("a payee redirects a credit by signature: once, to the account that they named", async () => {
    const { rail, carrier, currency, now } = fixture();
    const [blocked, other] = [await credited(25n), await person()];
    const wish = { payee: blocked.address, currency, to: other.address };
    const signed = await rail.signClaim(blocked.key, { ...wish, deadline: (await now()) + 600 });
    const carried = parseSignedClaim(JSON.parse(JSON.stringify(signed)));
    verifySignedClaim(carried, { now: await now(), place: rail, nonce: 0 });
    const stolen = { ...carried, to: carrier.address };
    await expect(rail.submitClaim(carrier.signer, stolen)).rejects.toMatchObject({
      reason: "SignatureInvalid",
    });
    expect(await rail.submitClaim(carrier.signer, carried)).toMatchObject({ ...wish, amount: 25n });
    expect(await rail.received(other.address, currency)).toBe(25n);
    await expect(rail.submitClaim(carrier.signer, carried)).rejects.toMatchObject({
      reason: "NonceInvalid",
    });
    const elsewhere = { ...carried, place: carrier.address };
    await expect(rail.submitClaim(carrier.signer, elsewhere)).rejects.toThrow(InvalidClaimError);
  });

  test("a payee with gas claims to any account", async () => {
    const { rail, carrier, payer, currency, fund, setPayable } = fixture();
    const other = await person();
    await setPayable(carrier.address, false);
    await fund(payer.address, 5n);
    await rail.pay(payer.signer, payment([part(carrier.address, 5n)]));
    await expect(rail.claim(carrier.signer, { currency })).rejects.toMatchObject({
      code: "payout-refused",
    });
    const claimed = await rail.claim(carrier.signer, { currency, to: other.address });
    expect(claimed).toMatchObject({ payee: carrier.address, to: other.address, amount: 5n });
  });

  test("who was paid gives it back to who had paid", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    await setPayable(carrier.address, true);
    await fund(payer.address, 80n);
    const had = await rail.spendable(payer.address, currency);
    await rail.pay(payer.signer, payment([part(carrier.address, 80n)]));
    const back = payment([part(payer.address, 80n)], carrier.address);
    expect(await rail.refund(carrier.signer, back)).toMatchObject({ isRefund: true, amount: 80n });
    expect(await rail.spendable(payer.address, currency)).toBe(had);
  });
}
