import { type Environment, environment } from "./environment.ts";
import type { Chain } from "./state/chain.ts";
import { emptyChain } from "./state/empty.ts";
import type { Journal } from "./state/journal.ts";
import type { ValidatorSet } from "./state/validator-set.ts";
import { type ChainSetup, SETTINGS, type Settings, type Zone } from "./state/zone.ts";
import type { ChainId } from "./words.ts";

/** A zone, and what it lives in. */
export interface Model {
  readonly zone: Zone;
  readonly env: Environment;
  readonly journal: Journal;
}

/** How a zone begins: its gateways stand, and no lane is open. */
export interface ZoneSetup {
  readonly name: string;
  readonly chains: readonly ChainSetup[];
  readonly genesis: ValidatorSet;
  readonly settings?: Settings;
}

/** A new zone. */
export function createModel(setup: ZoneSetup, given: Partial<Environment> = {}): Model {
  const chains = setup.chains.map(
    (chain) => [chain.chain, emptyChain(chain, setup.genesis)] as const,
  );
  const settings = setup.settings ?? SETTINGS;
  return {
    zone: {
      name: setup.name,
      settings,
      chains: new Map<ChainId, ReturnType<typeof emptyChain>>(chains),
    },
    env: environment(given),
    journal: [],
  };
}

/** A chain of the zone. */
export function chainOf(model: Model, id: ChainId): Chain {
  const chain = model.zone.chains.get(id);
  if (chain === undefined) throw new RangeError(`The zone has no chain ${id}.`);
  return chain;
}
