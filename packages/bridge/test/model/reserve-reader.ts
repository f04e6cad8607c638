import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { ReserveReader } from "../../src/ports/reserve-reader.ts";
import { AWAY, accountOf, HOME } from "./messages.ts";
import type { ReserveWorld } from "./reserve-world.ts";

/** How a chain's endpoints misbehave. */
export interface ReserveFaults {
  /** What is added to every count that is answered; after {@link ReserveReader.distrust} another endpoint answers rightly. */
  lie?: bigint;
  /** The oldest block whose state is not pruned. */
  oldest?: number;
  /** Tokens that do not answer. */
  silent?: readonly Address[];
  /** Unix seconds from which a dead counterpart's holders may take their own. */
  claimableFrom?: number;
}

/** A chain of the world as the auditor reads it, with what it was asked to stop. */
export interface ModelReserves extends ReserveReader {
  faults: ReserveFaults;
  /** Unix seconds until which collections, and lanes to chains, stand still. */
  stopped: Map<Address | ChainId, number>;
  budget: { left: number; nonce: number };
  now: number;
}

const VAULT = accountOf("vault");

/** Reads one chain of a world. Representations are at the addresses of their home tokens. */
export function modelReserves(world: ReserveWorld, chain: ChainId): ModelReserves {
  const count = chain === HOME ? "vault" : "issued";
  const model: ModelReserves = {
    chain,
    gateway: accountOf(`gateway ${chain}`),
    faults: {},
    stopped: new Map(),
    budget: { left: 21_600, nonce: 0 },
    now: 1_700_000_000,
    distrust: () => {
      delete model.faults.lie;
    },
    vaultOf: async () => VAULT,
    representationOf: async ({ homeToken }) => homeToken,
    windDownOf: async () => model.faults.claimableFrom,
    async balances(token, standard, _holder, ids, block) {
      if (isSilent(token, block)) return undefined;
      const { lie = 0n } = model.faults;
      if (standard === "erc1155")
        return ids.map((id) => world[count]({ token, standard, id }, block) + lie);
      return [world.total(chain, token, block) + lie];
    },
    async ownerOf(token, id, block) {
      if (isSilent(token, block)) return undefined;
      return world[count]({ token, standard: "erc721", id }, block) > 0n ? VAULT : undefined;
    },
    async supplyOf(token, id, block) {
      if (isSilent(token, block)) return undefined;
      const { lie = 0n } = model.faults;
      if (id === undefined) return world.total(chain, token, block) + lie;
      return world[count]({ token, standard: "erc1155", id }, block) + lie;
    },
    quarantinedUntil: async (token) => model.stopped.get(token) ?? 0,
    timeOf: async (block) => block,
    async pauseOf(what) {
      const stopped = model.stopped.get("token" in what ? what.token : what.lanesTo);
      return { until: stopped ?? 0, now: model.now, ...model.budget };
    },
  };
  const isSilent = (token: Address, block: number) =>
    block < (model.faults.oldest ?? 0) || model.faults.silent?.includes(token) === true;
  return model;
}

/** Both chains of a world. */
export function bothReserves(world: ReserveWorld): { home: ModelReserves; away: ModelReserves } {
  return { home: modelReserves(world, HOME), away: modelReserves(world, AWAY) };
}
