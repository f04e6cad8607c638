/** Payees that are contracts: their owner's key claims for them, for as long as that owner stands. */
import { Wallet } from "ethers";
import { describe, expect, test } from "vitest";
import {
  creditOf,
  distribute,
  PayoutUnavailableError,
  readContractClaim,
  signClaim,
  submitClaim,
  verifySignedClaim,
} from "../../src/payout/index.ts";
import { type Address, address, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { FaultyProvider } from "../chain/faulty-provider.ts";
import { deploySmartAccount } from "../chain/smart-account.ts";
import { fresh, share, splitStage } from "./split-stage.ts";

const CHAIN = 31_447;
const stage = splitStage(CHAIN);

/** A split's credit of a payee whom the yen's issuer has blocked, and a key's claim of it. */
async function owed(payee: Address, owner: Pick<Wallet, "signTypedData">) {
  const { world, anyone, make } = stage;
  await world.setBlocked(payee, true);
  const split = await make([share(payee), share(fresh())]);
  await world.mint(split.address, 18n);
  await distribute(split, anyone.signer, world.yen);
  const signed = await signClaim(owner, {
    ...{ chain: split.chain, place: split.address, payee, nonce: 0 },
    ...{ currency: world.yen, to: fresh(), deadline: (await world.now()) + 600 },
  });
  return { split, signed };
}

/** A smart wallet's, and the wallet. */
async function owedToAccount() {
  const owner = Wallet.createRandom();
  const account = await deploySmartAccount(stage.anyone.signer, owner.address);
  return { account, ...(await owed(account.address, owner)) };
}

async function verify({ split, signed }: Awaited<ReturnType<typeof owed>>) {
  const contractSigned = await readContractClaim(split.provider, signed);
  const now = await stage.world.now();
  verifySignedClaim(signed, { now, place: split, nonce: 0, contractSigned });
}

describe("a credit of a smart account", () => {
  test("is redirected by its owner's signature", async () => {
    const one = await owedToAccount();
    await verify(one);
    await submitClaim(one.split, stage.anyone.signer, one.signed);
    expect(await stage.world.balanceOf(one.signed.to)).toBe(9n);
  });

  test("is not by an owner who was revoked after signing, and whoever carries it knows before", async () => {
    const one = await owedToAccount();
    await one.account.setOwner(ZERO_ADDRESS);
    await expect(verify(one)).rejects.toMatchObject({ code: "invalid-claim", reason: "signature" });
    await expect(submitClaim(one.split, stage.anyone.signer, one.signed)).rejects.toMatchObject({
      code: "payout-refused",
      reason: "SignatureInvalid",
    });
    expect(await creditOf(one.split, one.account.address, stage.world.yen)).toBe(9n);
  });
});

test("a key's claim is asked of no contract", async () => {
  const key = Wallet.createRandom();
  const one = await owed(address(key.address), key);
  expect(await readContractClaim(one.split.provider, one.signed)).toBeUndefined();
  await verify(one);
});

test("a chain that cannot be asked is no answer", async () => {
  const one = await owedToAccount();
  const faulty = new FaultyProvider(stage.chain.provider._getConnection().url, CHAIN);
  faulty.faultOf = () => "before";
  await expect(readContractClaim(faulty, one.signed)).rejects.toThrow(PayoutUnavailableError);
  faulty.destroy();
});
