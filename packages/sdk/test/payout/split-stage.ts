import { Wallet } from "ethers";
import { afterAll, beforeAll } from "vitest";
import type { ContractLocation, PayeePart, SplitShare } from "../../src/payout/index.ts";
import { createSplit } from "../../src/payout/index.ts";
import { type Address, address } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deployPayoutWorld, type PayoutWorld, type Person } from "../chain/payout-world.ts";

/** A chain with splits for the tests of one file, and two people; all there once the tests begin. */
export interface SplitStage {
  chain: TestChain;
  world: PayoutWorld;
  anyone: Person;
  owner: Person;
  make(shares: readonly SplitShare[], owner?: Address): Promise<ContractLocation>;
}

/** Starts a chain before the tests of a file, and stops it after them. */
export function splitStage(chainNumber: number): SplitStage {
  const stage = {} as SplitStage;
  beforeAll(async () => {
    stage.chain = await startChain(chainNumber);
    stage.world = await deployPayoutWorld(stage.chain);
    [stage.anyone, stage.owner] = await Promise.all([stage.world.person(1), stage.world.person(2)]);
  });
  afterAll(async () => {
    await stage.chain?.stop();
  });
  stage.make = async (shares, owner) => {
    const content = owner ? { shares, owner } : { shares };
    const { world, anyone } = stage;
    return world.at((await createSplit(world.factory, anyone.signer, content)).address);
  };
  return stage;
}

export const fresh = () => address(Wallet.createRandom().address);

export const share = (payee: Address, weight = 1, nested = false): SplitShare => ({
  payee,
  weight,
  nested,
});

export const crowd = (n: number) => Array.from({ length: n }, () => share(fresh()));

export const amounts = (parts: readonly PayeePart[]) =>
  parts.map(({ payee, amount }) => [payee, amount]);
