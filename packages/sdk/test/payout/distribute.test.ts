import { describe, expect, test } from "vitest";
import {
  type DistributedPart,
  distribute,
  distributeInParts,
  divide,
  divideNested,
  readSplitBalance,
} from "../../src/payout/index.ts";
import { ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { amounts, crowd, fresh, share, splitStage } from "./split-stage.ts";

const COIN = ZERO_ADDRESS;
const stage = splitStage(31_445);

describe("a division", () => {
  test("pays everybody, and who is blocked is credited", async () => {
    const [painter, poet, printer] = [fresh(), fresh(), fresh()];
    const shares = [share(painter, 5), share(poet, 3), share(printer, 2)];
    const split = await stage.make(shares);
    await stage.world.mint(split.address, 101n);
    await stage.world.setBlocked(poet, true);
    const done = await distribute(split, stage.anyone.signer, stage.world.yen);
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
    await expect(distribute(split, stage.anyone.signer, stage.world.yen)).rejects.toMatchObject({
      reason: "NothingToDistribute",
    });
  });

  test("is of the chain's coin too", async () => {
    const [painter, poet] = [fresh(), fresh()];
    const split = await stage.make([share(painter, 2), share(poet, 1), share(stage.world.yen, 1)]);
    await stage.world.giveCoins(split.address, 10n);
    // The yen's contract takes no coins.
    expect((await distribute(split, stage.anyone.signer, COIN)).parts).toEqual([
      { payee: painter, amount: 5n, outcome: "paid" },
      { payee: poet, amount: 2n, outcome: "paid" },
      { payee: stage.world.yen, amount: 3n, outcome: "credited" },
    ]);
  });

  test("goes on in parts where it stopped, and leaves what comes meanwhile", async () => {
    const shares = crowd(7);
    const split = await stage.make(shares);
    await stage.world.mint(split.address, 1_000n);
    const begun = distributeInParts(split, stage.anyone.signer, stage.world.yen, { most: 3 });
    const first = await begun.next();
    expect(first.value).toMatchObject({ open: true });
    await begun.return();
    expect((await readSplitBalance(split, stage.world.yen)).openRound).toEqual({
      amount: 1_000n,
      paid: 3,
    });
    await stage.world.mint(split.address, 50n);
    const parts: DistributedPart[] = [...(first.value?.parts ?? [])];
    const opens: boolean[] = [];
    for await (const part of distributeInParts(split, stage.anyone.signer, stage.world.yen, {
      most: 3,
    })) {
      opens.push(part.open);
      parts.push(...part.parts);
    }
    expect(opens).toEqual([true, false]);
    expect(amounts(parts)).toEqual(amounts(divideNested(1_000n, shares, () => undefined)));
    expect(await readSplitBalance(split, stage.world.yen)).toEqual({
      undistributed: 50n,
      openRound: undefined,
    });
  });
});
