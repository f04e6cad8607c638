import type { ChainFacts } from "@ryugu/sdk/payout/statement";
import { Hands } from "./chains/hands.ts";
import { differences, goodsDifferences, orderDifferences } from "./chains/picture.ts";
import type { World } from "./chains/world.ts";
import { coveredBy } from "./compare/statements.ts";
import { LedgerOfFacts, sideOf as sideOfEntry } from "./facts/ledger-of-facts.ts";
import { plainPlace } from "./facts/place.ts";
import type { Action } from "./model/action.ts";
import type { Rules } from "./model/rules.ts";
import { across, SIDES, type Side } from "./model/words.ts";
import { type Deed, entriesOf, play } from "./people/play.ts";
import { note } from "./run-model.ts";

/** What a run over real chains came to. */
export interface ChainRun {
  /** Where the chains did or said something else than the model; nothing where they did not. */
  readonly mismatch: string | undefined;
  readonly deeds: readonly Deed[];
  /** How often what was done, and refused for which reason. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** What the model says that the chains must tell. */
  readonly facts: ChainFacts;
}

export interface ChainPlaying {
  readonly world: World;
  readonly seed: number;
  readonly sales: number;
  readonly rules?: Partial<Rules>;
  /** How often all books of a chain are compared, in deeds there; 1 by default. What came of each is compared always. */
  readonly lookEvery?: number;
  readonly onDeed?: (deed: Deed) => void;
}

/** Owners of goods are looked at so often, in deeds. */
const GOODS_EVERY = 50;

/** Plays the same on real chains and in the model, and compares all books of a chain after each deed there. */
export async function runChains(playing: ChainPlaying): Promise<ChainRun> {
  const { world, seed, sales, rules, onDeed, lookEvery = 1 } = playing;
  const hands = new Hands(world);
  const outcomes = new Map<string, number>();
  const deeds: Deed[] = [];
  const ledger = new LedgerOfFacts(world.stage);
  const end = (mismatch?: string) => {
    return { mismatch, deeds, outcomes, facts: ledger.facts(coveredBy(deeds.length)) };
  };
  for (const deed of play({
    stage: world.stage,
    seed,
    sales,
    ...(rules === undefined ? {} : { rules }),
  })) {
    deeds.push(deed);
    note(outcomes, deed);
    onDeed?.(deed);
    for (const entry of entriesOf(deed)) ledger.write(entry, plainPlace(sideOfEntry(entry), deed));
    const wrong = await carryOut(world, hands, deed, deed.number % lookEvery === 0);
    if (wrong.length > 0) {
      const { number, now, action } = deed;
      const mismatch = [`seed ${seed}, deed ${number}, at ${now}: ${json(action)}`, ...wrong].join(
        "\n  ",
      );
      return end(mismatch);
    }
  }
  return end();
}

async function carryOut(world: World, hands: Hands, deed: Deed, looks: boolean): Promise<string[]> {
  const { action, outcome, now, isLater, books, number } = deed;
  const side = sideOf(action);
  for (const each of SIDES) {
    if (isLater) await world.chains[each].leapTo(now - 1);
  }
  await world.chains[side].setTime(now);
  const told = await hands.do(action);
  const model = outcome.isDone ? "done" : outcome.reason;
  const chain = told.isDone ? "done" : told.reason;
  if (model !== chain) return [`the model: ${model}`, `the chain: ${chain}`];
  const wrong = looks ? await differences(world, books, side) : [];
  if ("order" in action)
    wrong.push(...(await orderDifferences(world, books, hands.orders, action.order)));
  if (number % GOODS_EVERY === 0) wrong.push(...(await goodsDifferences(world, books, side)));
  return wrong;
}

/** Where an action is carried out. */
export function sideOf(action: Action): Side {
  if ("side" in action) return action.side;
  if ("order" in action) return action.order.side;
  if ("claim" in action) return action.claim.side;
  if ("division" in action) return action.division.side;
  return across(action.from);
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? `${inner}` : inner));
