import { describe, expect, test } from "vitest";
import { changeShares, findSplits } from "../../src/payout/index.ts";
import type { Address } from "../../src/primitives/index.ts";
import { crowd, fresh, share, splitStage } from "./split-stage.ts";

const stage = splitStage(31_448);

describe("the splits of an account", () => {
  const found = async (payee: Address) => {
    const { chain, address, provider } = stage.world.factory;
    const splits = await findSplits(payee, { chain, provider, factories: [address] });
    return splits.map(({ address: split, distance }) => [split, distance]);
  };

  test("are found through other splits, the farthest first", async () => {
    const payee = fresh();
    const inner = await stage.make([share(payee), share(fresh())]);
    const middle = await stage.make([share(inner.address, 2)]);
    const outer = await stage.make([share(fresh()), share(middle.address, 1, true)]);
    await stage.make(crowd(2));
    expect(await found(payee)).toEqual([
      [outer.address, 3],
      [middle.address, 2],
      [inner.address, 1],
    ]);
    expect(await found(fresh())).toEqual([]);
  });

  test("are told where a list named them before, as credits may be left there", async () => {
    const { owner } = stage;
    const payee = fresh();
    const split = await stage.make([share(payee)], owner.address);
    await changeShares(split, owner.signer, [share(fresh())]);
    expect(await found(payee)).toEqual([[split.address, undefined]]);
    await changeShares(split, owner.signer, [share(split.address), share(payee)]);
    expect(await found(payee)).toEqual([[split.address, 1]]);
  });
});
