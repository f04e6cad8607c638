import { Interface } from "ethers";
import type { Action } from "../actions.ts";
import { START } from "../actors/begin.ts";
import type { Address, ChainId } from "../words.ts";
import { revertTo } from "./anvil.ts";
import { CHAINS } from "./book.ts";
import { callOf, type Known } from "./calls.ts";
import { align, linesOfReceipt } from "./outcomes.ts";
import type { Look } from "./picture.ts";
import type { Script, Step } from "./script.ts";
import { type Oddities, turn } from "./weather.ts";
import type { Call, World } from "./world.ts";

/** Where the contracts did something else than the model. */
export interface Mismatch {
  readonly seed: number;
  readonly step: number;
  readonly action: Action;
  readonly now: number;
  /** Lines of the model that the contracts did not have, and of the contracts that the model did not have. */
  readonly model: readonly string[];
  readonly contracts: readonly string[];
}

/** Plays a script on the chains, until something is not as the model says. */
export async function replay(world: World, script: Script): Promise<Mismatch | undefined> {
  await world.reset();
  await begin(world, script.beginning);
  const sky = new Sky(world);
  for (const moment of script.moments) {
    if (moment.kind === "weather") await sky.turnTo(moment.odd, moment.now);
    else if (moment.kind !== "step") await sky[moment.kind](moment.chain);
    else {
      const mismatch = await compare(world, script.seed, moment);
      if (mismatch !== undefined) return mismatch;
    }
  }
  return undefined;
}

async function compare(world: World, seed: number, step: Step): Promise<Mismatch | undefined> {
  const { at, action, now, call } = step;
  const found = { seed, step: at, action, now };
  const actual = linesOfReceipt(world.book, await world.do(action.on, call, now));
  const expected = align(step.expected, actual);
  if (expected.join("\n") !== actual.join("\n")) {
    const [model, contracts] = [without(expected, actual), without(actual, expected)];
    // The same lines in another order are a difference too.
    if (model.length + contracts.length === 0)
      return { ...found, model: expected, contracts: actual };
    return { ...found, model, contracts };
  }
  for (const [chain, looks] of step.looks) {
    const seen = await lookAt(world, chain, looks, now);
    if (seen !== undefined) return { ...found, ...seen };
  }
  return undefined;
}

const without = (lines: readonly string[], others: readonly string[]): string[] =>
  lines.filter((line) => !others.includes(line));

async function lookAt(world: World, on: ChainId, looks: readonly Look[], now: number) {
  const calls = looks.map(({ to, data }): Call => ({ from: to, to, data }));
  const answers = await world.askAll(on, calls, now);
  const model: string[] = [];
  const contracts: string[] = [];
  for (const [at, { label, expected }] of looks.entries()) {
    const answer = answers[at];
    const alike =
      expected === "any" ? answer !== undefined && BigInt(answer) !== 0n : answer === expected;
    if (alike) continue;
    model.push(`${on}: ${label} is ${expected ?? "nothing"}`);
    contracts.push(`${on}: ${label} is ${answer ?? "nothing"}`);
  }
  return model.length === 0 ? undefined : { model, contracts };
}

/** What is odd on each chain, also after one was rewritten. */
class Sky {
  readonly #world: World;
  readonly #odd = new Map<ChainId, Oddities>();
  readonly #memories = new Map<ChainId, { snapshot: string; odd: Oddities }>();

  constructor(world: World) {
    this.#world = world;
  }

  async turnTo(odd: Oddities, now: number): Promise<void> {
    for (const chain of CHAINS) {
      const before = this.#odd.get(chain) ?? new Set();
      for (const oddity of before) {
        if (!odd.has(oddity)) await turn(this.#world, chain, oddity, false, now);
      }
      for (const oddity of odd) {
        if (!before.has(oddity)) await turn(this.#world, chain, oddity, true, now);
      }
      this.#odd.set(chain, odd);
    }
  }

  async remember(chain: ChainId): Promise<void> {
    const snapshot = await this.#world.chain(chain).ask<string>("evm_snapshot");
    this.#memories.set(chain, { snapshot, odd: this.#odd.get(chain) ?? new Set() });
  }

  async rewrite(chain: ChainId): Promise<void> {
    const memory = this.#memories.get(chain);
    if (memory === undefined) throw new RangeError(`${chain} is not remembered.`);
    await revertTo(this.#world.chain(chain), memory.snapshot);
    this.#odd.set(chain, memory.odd);
  }
}

const ISSUER: Address = "0x0000000000000000000000000000000000000a11";
const NOTHING: Known = { laneId: () => "", sent: () => undefined, leaves: () => [] };
const tokens = new Interface([
  "function mintMany(address[],uint256[])",
  "function mintMany(address[],uint256[],uint256[])",
]);

/** Gives everybody what they have at first, and opens the lanes. */
async function begin(world: World, actions: readonly Action[]): Promise<void> {
  const mints = new Map<string, Extract<Action, { type: "mint" }>[]>();
  for (const action of actions) {
    if (action.type === "create-token") continue;
    if (action.type === "mint") {
      const key = `${action.on} ${action.token}`;
      mints.set(key, [...(mints.get(key) ?? []), action]);
      continue;
    }
    const { done, revert } = await world.do(action.on, callOf(world.book, NOTHING, action), START);
    if (!done) throw new Error(`The zone does not begin: ${revert}`);
  }
  for (const given of mints.values()) await mintAll(world, given);
}

async function mintAll(world: World, given: readonly Extract<Action, { type: "mint" }>[]) {
  const [first] = given;
  if (first === undefined) return;
  const to = given.map((mint) => world.book.people.real(mint.to as Address));
  const ids = given.map(({ asset }) => asset.id);
  const amounts = given.map(({ asset }) => asset.amount);
  const two = (values: readonly unknown[]) =>
    tokens.encodeFunctionData("mintMany(address[],uint256[])", [to, values]);
  const data = {
    erc721: () => two(ids),
    erc20: () => two(amounts),
    erc1155: () =>
      tokens.encodeFunctionData("mintMany(address[],uint256[],uint256[])", [to, ids, amounts]),
  }[world.book.standardOf(first.token)]();
  const { done, revert } = await world.do(first.on, { from: ISSUER, to: first.token, data }, START);
  if (!done) throw new Error(`Nobody gets anything: ${revert}`);
}
