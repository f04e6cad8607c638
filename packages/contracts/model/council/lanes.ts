import { emit, type Here, outgoing } from "../here.ts";
import { ensure } from "../refusal.ts";
import { put, set } from "../state/journal.ts";
import type { Terms } from "../state/lane.ts";
import { type ChainId, ZERO_ADDRESS } from "../words.ts";
import type { CouncilAct } from "./acts.ts";
import type { Decided } from "./decided.ts";
import { currentSet } from "./quorum.ts";

type OpenLane = Extract<CouncilAct, { kind: "open-lane" }>;

/** A hundredth of the chain's coin, of 18 decimals. */
const MOST_FEE = 10n ** 16n;

/** Opens both lanes between here and a gateway, once. A gateway that is behind the zone's epoch refuses. */
export function openLane(here: Here, act: OpenLane, decided: Decided): void {
  const { epoch, counterpart, counterpartGateway: gateway } = act;
  const { chain, journal } = here;
  ensure(counterpart !== chain.id, "DestinationInvalid");
  ensure(!chain.outgoing.has(counterpart), "LaneAlreadyOpen", counterpart);
  ensure(epoch === currentSet(here).epoch, "EpochWrong", `${epoch}`);
  decided();
  const us = { chain: chain.id, gateway: chain.gateway };
  const them = { chain: counterpart, gateway };
  const there = here.env.hashing.laneId(us, them);
  const back = here.env.hashing.laneId(them, us);
  put(journal, chain.outgoing, counterpart, {
    ...{ id: there, destination: counterpart, head: there, log: [] },
    ...{ retired: false, closed: false, announced: new Map() },
    terms: { fee: 0n, collector: ZERO_ADDRESS, quota: 0 },
  });
  put(journal, chain.incoming, counterpart, {
    ...{ id: back, origin: counterpart, anchor: 0, delivered: 0, head: back },
    ...{ claimedAhead: 0, haltedAt: undefined, closed: false },
  });
  emit(here, { name: "LaneOpened", counterpart });
}

/** From now on no home tokens leave over this lane. Exits, and everything that arrives, go on. */
export function retireLane(here: Here, counterpart: ChainId, decided: Decided): void {
  const lane = outgoing(here, counterpart);
  decided();
  set(here.journal, lane, "retired", true);
  emit(here, { name: "LaneRetired", counterpart });
}

export function setTerms(
  here: Here,
  counterpart: ChainId,
  { fee, collector, quota }: Terms,
  decided: Decided,
): void {
  const lane = outgoing(here, counterpart);
  const collected = fee === 0n || collector !== ZERO_ADDRESS;
  ensure(fee <= MOST_FEE && collected, "ActOutOfBounds", fee.toString());
  decided();
  set(here.journal, lane, "terms", { fee, collector, quota });
  emit(here, { name: "TermsSet", counterpart });
}
