import type { Action } from "../actions.ts";
import { sentTo } from "../honest.ts";
import type { Message } from "../message/message.ts";
import { NO_METADATA } from "../message/message.ts";
import { chainOf } from "../model.ts";
import type { Leaf } from "../state/chain.ts";
import { type Address, type ChainId, ZERO_ADDRESS } from "../words.ts";
import { actOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { holdingsOn } from "./people.ts";

/** Chains that are rewritten past finality, die, or fall into somebody's hands. */

/** Remembers a chain as it is now, or goes back to what was remembered: everything since never was. */
export function rewrite(cast: Cast): void {
  const { memory, model, random } = cast;
  if (memory === undefined) {
    const id = random.pick([...model.zone.chains.keys()]);
    if (id === undefined || id === cast.dead) return;
    cast.memory = { id, chain: structuredClone(chainOf(model, id)) };
    return;
  }
  const { id, chain } = memory;
  for (const [destination, { log }] of chainOf(model, id).outgoing) {
    const common = chain.outgoing.get(destination)?.log.length ?? 0;
    const lane = model.zone.chains.get(destination)?.incoming.get(id);
    if (lane === undefined || lane.closed || log.length === common) continue;
    cast.forks.set(lane.id, { origin: id, destination, lost: log, common });
  }
  model.zone.chains.set(id, chain);
  cast.distrusted.add(id);
  cast.memory = undefined;
}

/** The council halts lanes of a rewritten origin, and takes them up again after the notice. */
export function repair(cast: Cast): Action | undefined {
  const [fork] = cast.forks.values();
  if (fork === undefined) return undefined;
  const { model, now } = cast;
  const lane = chainOf(model, fork.destination).incoming.get(fork.origin);
  if (lane === undefined || lane.closed) return undefined;
  if (lane.haltedAt === undefined) {
    const { delivered: sequence, head, id: laneId } = lane;
    return actOf(model, fork.destination, { kind: "halt", laneId, sequence, head }, now);
  }
  const { common, lost } = fork;
  const next = sentTo(model, fork.origin, fork.destination)[common];
  const lostHashes = lost.slice(common, lane.delivered).map(({ hash }) => hash);
  // Councils make mistakes; gateways do not take them.
  if (cast.random.chance(0.2)) lostHashes.push(lane.head);
  return actOf(
    model,
    fork.destination,
    {
      ...{ kind: "re-anchor", laneId: lane.id, anchor: lane.anchor + 1, commonSequence: common },
      commonHead: common === 0 ? lane.id : (lost[common - 1]?.id ?? ""),
      nextHash: next?.hash ?? "",
      lostHashes,
    },
    now,
  );
}

/** A lane is whole again once it stands on another anchor than the fork did. */
export function forgetFork(cast: Cast, action: Action): void {
  if (action.type !== "act" || action.act.kind !== "re-anchor") return;
  const { laneId, anchor } = action.act;
  const fork = cast.forks.get(laneId);
  if (fork !== undefined) cast.lostForks.push({ ...fork, anchor: anchor - 1 });
  cast.forks.delete(laneId);
}

/** Whoever captured a chain says whatever they like over its lanes, also about what others own. */
export function forge(cast: Cast): Action | undefined {
  const { captured, random, model, accounts, collections } = cast;
  if (captured === undefined) return undefined;
  const destination = random.pick([...chainOf(model, captured).outgoing.keys()]);
  const collection = random.pick(
    collections.filter(({ homeChain }) => homeChain === destination || homeChain === captured),
  );
  const thief = random.pick(accounts);
  if (destination === undefined || collection === undefined || thief === undefined)
    return undefined;
  const standard = chainOf(model, collection.homeChain).tokens.get(collection.homeToken)?.standard;
  if (standard === undefined) return undefined;
  const ids = { erc721: 1 + random.below(5) * 10, erc1155: 7 + random.below(2), erc20: 0 };
  const amount = standard === "erc721" ? 1n : BigInt(1 + random.below(50));
  const asset = { id: BigInt(ids[standard]), amount, metadata: NO_METADATA };
  const third = random.pick([...model.zone.chains.keys()]) ?? captured;
  const message = lie(cast, { destination, third, captured }, thief, {
    ...{ ...collection, standard, assets: [asset] },
  });
  return { on: captured, type: "forge", destination, message };
}

const NO_ID = `0x${"00".repeat(32)}`;

type Stolen = Pick<
  Message & { kind: "transfer" },
  "homeChain" | "homeToken" | "standard" | "assets"
>;

function lie(
  { random, now }: Cast,
  chains: { destination: ChainId; third: ChainId; captured: ChainId },
  thief: Address,
  stolen: Stolen,
): Message {
  const { destination, third, captured } = chains;
  // What no lane can have is refused, and holds the captured chain's own lane up: rarely of use to a thief.
  const careful = stolen.homeChain === destination || random.chance(0.02);
  if (random.chance(0.3)) {
    const on = careful && random.chance(0.5) ? third : destination;
    const refund = { refundChain: on, refundAccount: thief };
    return { ...stolen, kind: "return", reason: "expired", ...refund, returnedId: NO_ID };
  }
  const passes = careful && random.chance(0.3) && third !== destination && third !== captured;
  const accounts = { sender: thief, refundAccount: thief, recipient: thief };
  return {
    ...{ ...stolen, ...accounts, reference: "0x", sourceChain: captured },
    ...{ kind: passes ? "forward" : "transfer", deadline: now + 3_600 },
    destinationChain: passes ? third : destination,
  };
}

/** What people had on a chain that died, as its honest validators list it. */
export function lastHoldings({ model }: Cast, dead: ChainId, home: ChainId): Leaf[] {
  return holdingsOn(chainOf(model, dead)).flatMap(({ asset, holder, amount }): Leaf[] => {
    const [homeChain, token, id] = asset.split("/") as [ChainId, Address, string];
    const standard = chainOf(model, home).tokens.get(token)?.standard;
    if (homeChain !== home || standard === undefined || holder === ZERO_ADDRESS) return [];
    return [{ chain: dead, standard, token, id: BigInt(id), amount, holder }];
  });
}
