import { NonceManager, Signature, Wallet } from "ethers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type ClaimOutcome,
  type ContractLocation,
  claimCredit,
  claimCreditFor,
  claimEverything,
  createSplit,
  creditOf,
  distribute,
  erc20Rail,
  findCredits,
  PayoutUnavailableError,
  readClaimNonce,
  signClaim,
  submitClaim,
} from "../../src/payout/index.ts";
import { type Address, address, bytes32, hex, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { FaultyProvider } from "../chain/faulty-provider.ts";
import { deployPayoutWorld, type PayoutWorld, type Person } from "../chain/payout-world.ts";

const CHAIN = 31_395;
let chain: TestChain;
let world: PayoutWorld;
/** Another issuer's yen. */
let other: PayoutWorld;
let anyone: Person;
let faulty: FaultyProvider;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await deployPayoutWorld(chain);
  other = await deployPayoutWorld(chain, 9);
  anyone = await world.person(1);
  faulty = new FaultyProvider(chain.provider._getConnection().url, CHAIN);
});

afterEach(() => {
  faulty.faultOf = () => undefined;
});

afterAll(async () => {
  faulty?.destroy();
  await chain?.stop();
});

/** A creator with a key and gas, whom the yen's issuer has blocked. */
async function blockedCreator() {
  const key = Wallet.createRandom();
  const account = address(key.address);
  await world.giveCoins(account, 10n ** 18n);
  await world.setBlocked(account, true);
  return { key, address: account };
}

type Creator = Awaited<ReturnType<typeof blockedCreator>>;

/** A split between a creator and somebody else. */
async function splitOf(creator: Creator) {
  const payees = [creator.address, address(Wallet.createRandom().address)];
  const shares = payees.map((payee) => ({ payee, weight: 1, nested: false }));
  return world.at((await createSplit(world.factory, anyone.signer, { shares })).address);
}

/** Has a split credit its creator. */
async function owe(split: ContractLocation, amount: bigint, money: PayoutWorld = world) {
  await money.mint(split.address, 2n * amount);
  await distribute(split, anyone.signer, money.yen);
}

const safe = () => address(Wallet.createRandom().address);

describe("a credit of a split", () => {
  test("is claimed to another account, or paid once the payee can be", async () => {
    const creator = await blockedCreator();
    const split = await splitOf(creator);
    await owe(split, 40n);
    expect(await creditOf(split, creator.address, world.yen)).toBe(40n);
    const signer = creator.key.connect(chain.provider);
    await expect(claimCredit(split, signer, { currency: world.yen })).rejects.toMatchObject({
      code: "payout-refused",
    });
    const to = safe();
    expect(await claimCredit(split, signer, { currency: world.yen, to })).toMatchObject({
      ...{ payee: creator.address, currency: world.yen, to, amount: 40n },
    });
    expect(await world.balanceOf(to)).toBe(40n);
    await owe(split, 7n);
    await world.setBlocked(creator.address, false);
    const wish = { payee: creator.address, currency: world.yen };
    expect(await claimCreditFor(split, anyone.signer, wish)).toMatchObject({ amount: 7n });
    expect(await world.balanceOf(creator.address)).toBe(7n);
  });

  test("is redirected by signatures without gas, one after another", async () => {
    const creator = await blockedCreator();
    const split = await splitOf(creator);
    for (const isCompact of [false, true]) {
      await owe(split, 9n);
      const nonce = await readClaimNonce(split, creator.address);
      expect(nonce).toBe(isCompact ? 1 : 0);
      const signed = await signClaim(creator.key, {
        ...{ chain: split.chain, place: split.address, payee: creator.address, nonce },
        ...{ currency: world.yen, to: safe(), deadline: (await world.now()) + 60 },
      });
      const signature = isCompact
        ? hex(Signature.from(signed.signature).compactSerialized)
        : signed.signature;
      await submitClaim(split, anyone.signer, { ...signed, signature });
      expect(await world.balanceOf(signed.to)).toBe(9n);
    }
  });

  test("is not paid by a word that is late", async () => {
    const creator = await blockedCreator();
    const split = await splitOf(creator);
    await owe(split, 9n);
    const signed = await signClaim(creator.key, {
      ...{ chain: split.chain, place: split.address, payee: creator.address, nonce: 0 },
      ...{ currency: world.yen, to: safe(), deadline: (await world.now()) - 1 },
    });
    await expect(submitClaim(split, anyone.signer, signed)).rejects.toMatchObject({
      reason: "ClaimExpired",
    });
  });
});

describe("with every relayer dead, a creator takes everything", () => {
  const collect = async (outcomes: AsyncIterable<ClaimOutcome>) => {
    const seen: ClaimOutcome[] = [];
    for await (const outcome of outcomes) seen.push(outcome);
    return seen;
  };
  const options = (places: readonly ContractLocation[], to: Address) => ({
    ...{ chain: world.factory.chain, provider: faulty, to, wait: async () => {} },
    places: places.map((place) => place.address),
  });

  test("from all splits and rails, in all currencies, and one that is paused keeps none of the others", async () => {
    const [creator, to] = [await blockedCreator(), safe()];
    await other.setBlocked(creator.address, true);
    const [first, second] = [await splitOf(creator), await splitOf(creator)];
    await owe(first, 10n);
    await owe(first, 5n, other);
    await owe(second, 20n);
    await world.mint(anyone.address, 30n);
    await erc20Rail(world.erc20).pay(anyone.signer, {
      ...{ payer: anyone.address, currency: world.yen, purpose: bytes32(`0x${"11".repeat(32)}`) },
      parts: [{ payee: creator.address, amount: 30n, nested: false }],
    });
    const places = [first, second, world.erc20, world.ledger, await splitOf(creator)];
    const signer = new NonceManager(creator.key.connect(faulty));
    await other.setPaused(true);
    const outcomes = await collect(claimEverything(signer, options(places, to)));
    expect(outcomes).toMatchObject([
      { place: first.address, currency: world.yen, amount: 10n, state: "claimed" },
      { place: first.address, currency: other.yen, amount: 5n, state: "refused" },
      { place: second.address, amount: 20n, state: "claimed" },
      { place: world.erc20.address, amount: 30n, state: "claimed" },
    ]);
    expect(outcomes[1]).toMatchObject({ error: { reason: "TransfersPaused" } });
    expect(await world.balanceOf(to)).toBe(60n);
    await other.setPaused(false);
    const rest = await collect(claimEverything(signer, options(places, to)));
    expect(rest).toMatchObject([
      { currency: other.yen, state: "claimed", receipt: { amount: 5n } },
    ]);
    expect(await collect(claimEverything(signer, options(places, to)))).toEqual([]);
  });

  test("and is asked about chosen currencies only, without any log", async () => {
    const [creator, to] = [await blockedCreator(), safe()];
    const split = await splitOf(creator);
    await owe(split, 3n);
    const search = { ...options([split, world.erc20], to), currencies: [other.yen, ZERO_ADDRESS] };
    faulty.faultOf = (method) => (method === "eth_getLogs" ? "before" : undefined);
    expect(await findCredits(creator.address, search)).toEqual([]);
    const found = await findCredits(creator.address, { ...search, currencies: [world.yen] });
    expect(found).toEqual([{ place: split.address, currency: world.yen, amount: 3n }]);
  });

  test("but for what would cost more gas than it may", async () => {
    const creator = await blockedCreator();
    const split = await splitOf(creator);
    await owe(split, 3n);
    const signer = creator.key.connect(faulty);
    const claim = { ...options([split], safe()), mostGas: 20_000n };
    expect(await collect(claimEverything(signer, claim))).toMatchObject([
      { state: "refused", error: { shortMessage: "The claim would use more gas than it may." } },
    ]);
    expect(await creditOf(split, creator.address, world.yen)).toBe(3n);
  });

  test("wherever the connection breaks", async () => {
    const creator = await blockedCreator();
    const split = await splitOf(creator);
    const signer = new NonceManager(creator.key.connect(faulty));
    for (const fault of ["before", "after"] as const) {
      for (let breaks = 1, isReached = true; isReached; breaks++) {
        const to = safe();
        await owe(split, 4n);
        let asked = 0;
        faulty.faultOf = () => (++asked === breaks ? fault : undefined);
        const outcomes = await collect(claimEverything(signer, options([split], to)));
        expect(outcomes, `${fault} request ${breaks}`).toMatchObject([{ state: "claimed" }]);
        expect(await world.balanceOf(to)).toBe(4n);
        // A slow machine asks for the receipt again and again: those questions are all alike.
        isReached = asked >= breaks && breaks < 30;
      }
    }
    // Dozens of claims, each with a connection that breaks once.
  }, 180_000);

  test("while an answer was lost and its transaction still waits for a block", async () => {
    const [creator, to] = [await blockedCreator(), safe()];
    const split = await splitOf(creator);
    await owe(split, 8n);
    await chain.provider.send("evm_setAutomine", [false]);
    faulty.faultOf = (method) => (method === "eth_sendRawTransaction" ? "after" : undefined);
    let waits = 0;
    const wait = async () => {
      if (++waits === 3) await chain.provider.send("evm_mine", []);
    };
    const signer = new NonceManager(creator.key.connect(faulty));
    const outcomes = await collect(claimEverything(signer, { ...options([split], to), wait }));
    await chain.provider.send("evm_setAutomine", [true]);
    expect(waits).toBe(3);
    expect(outcomes).toMatchObject([{ state: "claimed", amount: 8n, receipt: undefined }]);
    expect(await world.balanceOf(to)).toBe(8n);
  });

  test("after the chain was dead for long, by calling again", async () => {
    const [creator, to] = [await blockedCreator(), safe()];
    const places = [await splitOf(creator)];
    for (const split of places) await owe(split, 6n);
    const signer = new NonceManager(creator.key.connect(faulty));
    faulty.faultOf = (method) => (method === "eth_sendRawTransaction" ? "before" : undefined);
    expect(await collect(claimEverything(signer, options(places, to)))).toMatchObject([
      { state: "unanswered", amount: 6n, error: { code: "payout-unavailable" } },
    ]);
    faulty.faultOf = () => "before";
    await expect(collect(claimEverything(signer, options(places, to)))).rejects.toThrow(
      PayoutUnavailableError,
    );
    faulty.faultOf = () => undefined;
    expect(await collect(claimEverything(signer, options(places, to)))).toMatchObject([
      { state: "claimed", receipt: { amount: 6n, to } },
    ]);
  });
});
