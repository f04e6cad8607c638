import { erc20RailAbi, splitFactoryAbi, testYenAbi } from "@ryugu/contracts";
import { Interface, JsonRpcProvider, Wallet } from "ethers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  acceptSplit,
  changeShares,
  createSplit,
  type DistributedPart,
  distribute,
  distributeInParts,
  divide,
  divideNested,
  dividePayment,
  findSplits,
  fixSplit,
  InvalidSharesError,
  isSplit,
  offerSplit,
  type PayeePart,
  PayoutChainError,
  PayoutUnavailableError,
  readNestedLists,
  readSplit,
  readSplitBalance,
  SplitNotFoundError,
  type SplitShare,
  splitAddress,
  splitImplementation,
} from "../../src/payout/index.ts";
import { cloneCode } from "../../src/payout/split/split-address.ts";
import { type Address, address, bytes32, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { anyAccount, anyAmount, anyShares, anyTree, type TreeShare } from "../arbitrary-shares.ts";
import { accountKey, startChain, type TestChain } from "../chain/anvil.ts";
import { deployPayoutWorld, type PayoutWorld, type Person } from "../chain/payout-world.ts";

const CHAIN = 31_393;
const COIN = ZERO_ADDRESS;
const FACTORY = new Interface(splitFactoryAbi);
const YEN = new Interface(testYenAbi);
const RAIL = new Interface(erc20RailAbi);

let chain: TestChain;
let world: PayoutWorld;
let anyone: Person;
let owner: Person;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await deployPayoutWorld(chain);
  [anyone, owner] = await Promise.all([world.person(1), world.person(2)]);
});

afterAll(async () => {
  await chain?.stop();
});

const fresh = () => address(Wallet.createRandom().address);
const share = (payee: Address, weight = 1, nested = false): SplitShare => ({
  payee,
  weight,
  nested,
});
const crowd = (n: number) => Array.from({ length: n }, () => share(fresh()));
const make = async (shares: readonly SplitShare[], splitOwner?: Address) => {
  const content = splitOwner ? { shares, owner: splitOwner } : { shares };
  return world.at((await createSplit(world.factory, anyone.signer, content)).address);
};
const amounts = (parts: readonly PayeePart[]) => parts.map(({ payee, amount }) => [payee, amount]);

describe("an address", () => {
  test("is the factory's own answer, for any owner, list and salt", async () => {
    const anySalt = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => bytes32(`0x${Buffer.from(bytes).toString("hex")}`));
    const anyOwner = fc.oneof(fc.constant(ZERO_ADDRESS), anyAccount);
    await fc.assert(
      fc.asyncProperty(anyOwner, anyShares(60), anySalt, async (by, shares, salt) => {
        const data = FACTORY.encodeFunctionData("splitOf", [by, shares, salt]);
        const answer = await chain.provider.call({ to: world.factory.address, data });
        const [told] = FACTORY.decodeFunctionResult("splitOf", answer);
        expect(splitAddress(world.factory.address, { owner: by, shares, salt })).toBe(told);
      }),
      { numRuns: 60, seed: 20_230_227 },
    );
  });

  test("needs the factory's address and nothing else", async () => {
    const data = FACTORY.encodeFunctionData("implementation");
    const told = await chain.provider.call({ to: world.factory.address, data });
    expect(splitImplementation(world.factory.address)).toBe(
      FACTORY.decodeFunctionResult("implementation", told)[0],
    );
  });

  test("can be paid before the split is made, and making it twice sends nothing", async () => {
    const shares = [share(fresh(), 7), share(fresh(), 3)];
    const expected = splitAddress(world.factory.address, { shares });
    await world.mint(expected, 100n);
    expect(await isSplit(world.at(expected), world.factory.address)).toBe(false);
    const made = await createSplit(world.factory, anyone.signer, { shares });
    expect(made).toMatchObject({ address: expected, transaction: expect.any(String) });
    const again = await createSplit(world.factory, anyone.signer, { shares });
    expect(again).toEqual({ address: expected, transaction: undefined });
    expect(await readSplitBalance(world.at(expected), world.yen)).toEqual({
      undistributed: 100n,
      openRound: undefined,
    });
  });
});

describe("a split", () => {
  test("tells its list and who may change it", async () => {
    const shares = [share(fresh(), 1), share(fresh(), 0x7fff_ffff, true)];
    const fixed = await make(shares);
    expect(await readSplit(fixed, world.factory.address)).toEqual({
      address: fixed.address,
      shares,
      owner: undefined,
      nextOwner: undefined,
    });
    const owned = await make(shares, owner.address);
    expect((await readSplit(owned, world.factory.address)).owner).toBe(owner.address);
  });

  test("changes its list for its owner only, until nobody can", async () => {
    const split = await make(crowd(2), owner.address);
    const shares = crowd(3);
    await expect(changeShares(split, anyone.signer, shares)).rejects.toMatchObject({
      code: "payout-refused",
      reason: "CallerNotOwner",
    });
    await changeShares(split, owner.signer, shares);
    expect((await readSplit(split, world.factory.address)).shares).toEqual(shares);
    await offerSplit(split, owner.signer, anyone.address);
    expect(await readSplit(split, world.factory.address)).toMatchObject({
      owner: owner.address,
      nextOwner: anyone.address,
    });
    await expect(acceptSplit(split, owner.signer)).rejects.toMatchObject({
      reason: "CallerNotNextOwner",
    });
    await acceptSplit(split, anyone.signer);
    await fixSplit(split, anyone.signer);
    expect(await readSplit(split, world.factory.address)).toMatchObject({
      owner: undefined,
      nextOwner: undefined,
    });
    await expect(changeShares(split, anyone.signer, shares)).rejects.toMatchObject({
      reason: "CallerNotOwner",
    });
  });

  test("is not what is none of the factory's", async () => {
    for (const account of [fresh(), world.yen, world.factory.address]) {
      await expect(readSplit(world.at(account), world.factory.address)).rejects.toThrow(
        SplitNotFoundError,
      );
    }
    const split = await make(crowd(2));
    await expect(readSplit(split, world.yen)).rejects.toThrow(SplitNotFoundError);
  });

  test("is not made of a wrong list, on another chain, by another contract, or by a dead endpoint", async () => {
    const { factory } = world;
    await expect(createSplit(factory, anyone.signer, { shares: [] })).rejects.toThrow(
      InvalidSharesError,
    );
    const dead = new JsonRpcProvider("http://127.0.0.1:1", CHAIN, { staticNetwork: true });
    const content = { shares: crowd(2) };
    await expect(
      createSplit({ ...factory, provider: dead }, anyone.signer, content),
    ).rejects.toThrow(PayoutUnavailableError);
    const elsewhere = new JsonRpcProvider("http://127.0.0.1:1", 5, { staticNetwork: true });
    await expect(createSplit(factory, Wallet.createRandom(elsewhere), content)).rejects.toThrow(
      PayoutChainError,
    );
    await expect(
      createSplit({ ...factory, address: world.yen }, anyone.signer, content),
    ).rejects.toMatchObject({ code: "payout-refused" });
    for (const provider of [dead, elsewhere]) provider.destroy();
  });
});

describe("the splits of an account", () => {
  const found = async (payee: Address) => {
    const { chain: id, provider } = world.factory;
    const search = { chain: id, provider, factories: [world.factory.address] };
    const splits = await findSplits(payee, search);
    return splits.map(({ address: split, distance }) => [split, distance]);
  };

  test("are found through other splits, the farthest first", async () => {
    const payee = fresh();
    const inner = await make([share(payee), share(fresh())]);
    const middle = await make([share(inner.address, 2)]);
    const outer = await make([share(fresh()), share(middle.address, 1, true)]);
    await make(crowd(2));
    expect(await found(payee)).toEqual([
      [outer.address, 3],
      [middle.address, 2],
      [inner.address, 1],
    ]);
    expect(await found(fresh())).toEqual([]);
  });

  test("are told where a list named them before, as credits may be left there", async () => {
    const payee = fresh();
    const split = await make([share(payee)], owner.address);
    await changeShares(split, owner.signer, [share(fresh())]);
    expect(await found(payee)).toEqual([[split.address, undefined]]);
    await changeShares(split, owner.signer, [share(split.address), share(payee)]);
    expect(await found(payee)).toEqual([[split.address, 1]]);
  });
});

describe("a division", () => {
  test("pays everybody, and who is blocked is credited", async () => {
    const [painter, poet, printer] = [fresh(), fresh(), fresh()];
    const shares = [share(painter, 5), share(poet, 3), share(printer, 2)];
    const split = await make(shares);
    await world.mint(split.address, 101n);
    await world.setBlocked(poet, true);
    const done = await distribute(split, anyone.signer, world.yen);
    expect(done).toMatchObject({
      amount: 101n,
      open: false,
      parts: [
        { payee: painter, amount: 50n, outcome: "paid" },
        { payee: poet, amount: 30n, outcome: "credited" },
        { payee: printer, amount: 21n, outcome: "paid" },
      ],
    });
    expect(divide(101n, shares)).toEqual([50n, 30n, 21n]);
    expect(done.gasUsed).toBeGreaterThan(0n);
    await expect(distribute(split, anyone.signer, world.yen)).rejects.toMatchObject({
      reason: "NothingToDistribute",
    });
  });

  test("is of the chain's coin too", async () => {
    const [painter, poet] = [fresh(), fresh()];
    const split = await make([share(painter, 2), share(poet, 1), share(world.yen, 1)]);
    await world.giveCoins(split.address, 10n);
    // The yen's contract takes no coins.
    expect((await distribute(split, anyone.signer, COIN)).parts).toEqual([
      { payee: painter, amount: 5n, outcome: "paid" },
      { payee: poet, amount: 2n, outcome: "paid" },
      { payee: world.yen, amount: 3n, outcome: "credited" },
    ]);
  });

  test("goes on in parts where it stopped, and leaves what comes meanwhile", async () => {
    const shares = crowd(7);
    const split = await make(shares);
    await world.mint(split.address, 1_000n);
    const begun = distributeInParts(split, anyone.signer, world.yen, { most: 3 });
    const first = await begun.next();
    expect(first.value).toMatchObject({ open: true });
    await begun.return();
    expect((await readSplitBalance(split, world.yen)).openRound).toEqual({
      amount: 1_000n,
      paid: 3,
    });
    await world.mint(split.address, 50n);
    const parts: DistributedPart[] = [...(first.value?.parts ?? [])];
    const opens: boolean[] = [];
    for await (const part of distributeInParts(split, anyone.signer, world.yen, { most: 3 })) {
      opens.push(part.open);
      parts.push(...part.parts);
    }
    expect(opens).toEqual([true, false]);
    expect(amounts(parts)).toEqual(amounts(divideNested(1_000n, shares, () => undefined)));
    expect(await readSplitBalance(split, world.yen)).toEqual({
      undistributed: 50n,
      openRound: undefined,
    });
  });
});

describe("the chain divides as the SDK says", () => {
  let quick: JsonRpcProvider;
  beforeAll(() => {
    const options = { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 };
    quick = new JsonRpcProvider(chain.provider._getConnection(), CHAIN, options);
  });
  afterAll(() => quick?.destroy());

  /** Signs and sends with no more questions than there must be: there are hundreds. */
  const carry = async (from: Address, to: string, data: string) => {
    const key = accountKey(from === world.issuer.address ? 0 : 1);
    const nonce = Number(await quick.send("eth_getTransactionCount", [from, "latest"]));
    const fee = { type: 0, gasPrice: 10n ** 10n, gasLimit: 30_000_000n, chainId: CHAIN };
    const signed = await key.signTransaction({ to, data, nonce, ...fee });
    const hash = await quick.send("eth_sendRawTransaction", [signed]);
    let receipt = null;
    while (receipt === null) receipt = await quick.send("eth_getTransactionReceipt", [hash]);
    expect(receipt.status).toBe("0x1");
    return receipt.logs as { address: string; topics: string[]; data: string }[];
  };
  const mint = (to: Address, amount: bigint) =>
    carry(world.issuer.address, world.yen, YEN.encodeFunctionData("mint", [to, amount]));
  const create = async (shares: readonly SplitShare[]) => {
    const data = FACTORY.encodeFunctionData("create", [
      ZERO_ADDRESS,
      shares,
      `0x${"00".repeat(32)}`,
    ]);
    await carry(anyone.address, world.factory.address, data);
    return splitAddress(world.factory.address, { shares });
  };
  const transfersFrom = (giver: Address, logs: { topics: string[]; data: string }[]) =>
    logs
      .map((log) => YEN.parseLog(log))
      .filter((event) => event?.name === "Transfer" && event.args.from === giver)
      .map((event) => [event?.args.to, event?.args.value]);
  /** Makes all splits of a tree, the innermost first. */
  const build = async (tree: readonly TreeShare[]): Promise<SplitShare[]> => {
    const shares: SplitShare[] = [];
    for (const { payee, inside, weight, nested } of tree) {
      shares.push({ payee: inside ? await create(await build(inside)) : payee, weight, nested });
    }
    return shares;
  };

  test("where a split names itself, by a list that its owner changed", async () => {
    const { factory, yen } = world;
    const split = await make(crowd(1), owner.address);
    const other = fresh();
    const shares = [share(split.address, 1, true), share(other)];
    await changeShares(split, owner.signer, shares);
    await world.mint(split.address, 16n);
    const told = divideNested(16n, shares, await readNestedLists(factory, factory.address, shares));
    expect(told[0]).toEqual({ payee: split.address, amount: 1n });
    const done = await distribute(split, anyone.signer, yen);
    expect(done.amount).toBe(16n);
    // What is for itself stays, and moves nothing.
    expect(amounts(done.parts)).toEqual(amounts(told.slice(1)));
    expect((await readSplitBalance(split, yen)).undistributed).toBe(1n);
  });

  test("where somebody forged a split with a list that has no weight", async () => {
    const { factory, yen } = world;
    const clone = cloneCode(splitImplementation(factory.address)).slice(2);
    const list = `00${fresh().slice(2)}00000000`;
    const length = ((clone.length + list.length) / 2).toString(16).padStart(4, "0");
    const data = `0x61${length}3d81600a3d39f3${clone}${list}`;
    const sent = await anyone.signer.sendTransaction({ data });
    const forged = address((await sent.wait())?.contractAddress);
    expect(await isSplit(world.at(forged), factory.address)).toBe(true);
    const shares = [share(forged, 1, true), share(fresh())];
    const split = await make(shares);
    await world.mint(split.address, 9n);
    const listOf = await readNestedLists(factory, factory.address, shares);
    expect(listOf(forged)).toMatchObject([{ weight: 0 }]);
    const done = await distribute(split, anyone.signer, yen);
    expect(amounts(done.parts)).toEqual(amounts(divideNested(9n, shares, listOf)));
    expect(done.parts[0]).toMatchObject({ payee: forged, amount: 4n, outcome: "paid" });
  });

  test("for any list and amount, to the unit", async () => {
    await fc.assert(
      fc.asyncProperty(anyAmount, anyShares(30), async (amount, shares) => {
        const split = splitAddress(world.factory.address, { shares });
        await mint(split, amount);
        const data = FACTORY.encodeFunctionData("createAndDistribute", [
          ...[ZERO_ADDRESS, shares, `0x${"00".repeat(32)}`, world.yen],
        ]);
        const logs = await carry(anyone.address, world.factory.address, data);
        const told = divide(amount, shares).flatMap((part, i) =>
          part === 0n ? [] : [[shares[i]?.payee, part]],
        );
        expect(transfersFrom(split, logs)).toEqual(told);
      }),
      { numRuns: 120, seed: 1, endOnFailure: true },
    );
  });

  test("for any tree of splits, by a split and by a payment", async () => {
    const { erc20, factory, yen, issuer } = world;
    const word = [0, 0, 0, `0x${"00".repeat(32)}`, "0x"];
    await carry(
      issuer.address,
      yen,
      YEN.encodeFunctionData("approve", [erc20.address, (1n << 256n) - 1n]),
    );
    await fc.assert(
      fc.asyncProperty(anyAmount, anyTree(5), async (amount, tree) => {
        const shares = await build(tree);
        const split = await create(shares);
        const listOf = await readNestedLists({ ...factory, provider: quick }, factory.address, [
          share(split, 1, true),
        ]);
        await mint(split, amount);
        const distributed = await carry(
          anyone.address,
          split,
          new Interface(["function distribute(address)"]).encodeFunctionData("distribute", [yen]),
        );
        expect(transfersFrom(split, distributed)).toEqual(
          amounts(divideNested(amount, shares, listOf)),
        );
        const parts = [{ payee: split, amount, nested: true }];
        await mint(issuer.address, amount);
        const payment = [issuer.address, yen, `0x${"01".repeat(32)}`, parts];
        const paid = await carry(
          issuer.address,
          erc20.address,
          RAIL.encodeFunctionData("pay", [payment, word]),
        );
        expect(transfersFrom(erc20.address, paid)).toEqual(amounts(dividePayment(parts, listOf)));
      }),
      { numRuns: 40, seed: 2, endOnFailure: true },
    );
  });
});
