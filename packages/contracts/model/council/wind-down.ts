import { held } from "../asset/holdings.ts";
import { emit, type Here, incoming, outgoing } from "../here.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { Leaf, WindDown } from "../state/chain.ts";
import { drop, put, set } from "../state/journal.ts";
import { assetKey, type ChainId, type Collection, vaultOf } from "../words.ts";
import type { CouncilAct } from "./acts.ts";
import type { Decided } from "./decided.ts";

type Proposal = Extract<CouncilAct, { kind: "propose-wind-down" }>;

/** Proposes who held what on a chain that died, and closes the lanes with it both ways. */
export function proposeWindDown(here: Here, proposal: Proposal, decided: Decided): void {
  const { counterpart, sequence, leaves } = proposal;
  const lane = incoming(here, counterpart);
  ensure(!here.chain.windDowns.has(counterpart), "WindDownStands", counterpart);
  // A closed lane is never re-anchored.
  ensure(lane.haltedAt === undefined, "LaneHalted", counterpart);
  const complete = lane.delivered === sequence && lane.claimedAhead === 0;
  ensure(complete, "NotAllDelivered", `${lane.delivered} of ${sequence}`);
  decided();
  setClosed(here, counterpart, true);
  const claimableFrom = here.now + here.settings.windDownNotice;
  const root = leaves.map(leafName).sort().join("; ");
  put(here.journal, here.chain.windDowns, counterpart, { sequence, leaves, root, claimableFrom });
  emit(here, { name: "WindDownProposed", counterpart });
}

/** Takes a proposal back before its notice is over, and opens the lanes again. */
export function cancelWindDown(here: Here, counterpart: ChainId, decided: Decided): void {
  challengeable(here, counterpart);
  decided();
  cancel(here, counterpart);
}

/**
 * Anyone shows that a proposal is wrong, during its notice. Two leaves for one ERC-721 void it. One for more than the
 * vault holds is struck; of money that the council listed it voids the proposal, because there one lie is all it takes.
 */
export function challenge(here: Here, counterpart: ChainId, shown: readonly Leaf[]): void {
  const windDown = challengeable(here, counterpart);
  for (const leaf of shown) mustBeIn(windDown, leaf);
  const [first, second] = shown;
  if (first === undefined) throw new Refusal("ChallengeFails");
  if (second !== undefined) {
    ensure(areOneToken(first, second), "ChallengeFails");
    cancel(here, counterpart);
    return;
  }
  ensure(isTooMuch(here, counterpart, first), "ChallengeFails");
  const isListed = first.standard === "erc20" && here.chain.listed.has(first.token);
  if (isListed) cancel(here, counterpart);
  else {
    take(here, windDown, first);
    emit(here, { name: "HoldingStruck", counterpart, leaf: leafName(first) });
  }
}

/** A leaf is paid or struck once. */
export function take(here: Here, { root }: WindDown, leaf: Leaf): void {
  const key = takenKey(root, leaf);
  const free = !here.chain.takenLeaves.has(key) || !here.env.rules.paysLeavesOnce;
  ensure(free, "LeafClaimed", leafName(leaf));
  put(here.journal, here.chain.takenLeaves, key, true);
}

/** Names a leaf of a list. */
export const takenKey = (root: string, leaf: Leaf): string => `${root} > ${leafName(leaf)}`;

function cancel(here: Here, counterpart: ChainId): void {
  setClosed(here, counterpart, false);
  drop(here.journal, here.chain.windDowns, counterpart);
  emit(here, { name: "WindDownCancelled", counterpart });
}

/** A token that does not answer, as an ERC-721 of an id that nobody has, proves nothing. */
function isTooMuch({ chain }: Here, counterpart: ChainId, leaf: Leaf): boolean {
  const nobodys = !chain.holdings.get(assetKey(collectionOf(chain.id, leaf), leaf.id))?.size;
  if (leaf.standard === "erc721" && nobodys) return false;
  const has = held(chain, collectionOf(chain.id, leaf), leaf.id, vaultOf(counterpart));
  return leaf.amount > has || (leaf.standard === "erc721" && leaf.amount !== 1n);
}

const areOneToken = (one: Leaf, other: Leaf): boolean =>
  one.standard === "erc721" &&
  other.standard === "erc721" &&
  one.token === other.token &&
  one.id === other.id &&
  leafName(one) !== leafName(other);

/** A leaf's collection: its home is where the wind-down happens. */
export const collectionOf = (homeChain: ChainId, { token }: Leaf): Collection => ({
  homeChain,
  homeToken: token,
});

/** A leaf's name, as its hash is in the tree. */
export const leafName = ({ chain, standard, token, id, amount, holder }: Leaf): string =>
  [chain, standard, token, id, amount, holder].join(" ");

export function mustBeIn(windDown: WindDown, leaf: Leaf): void {
  const name = leafName(leaf);
  ensure(
    windDown.leaves.some((known) => leafName(known) === name),
    "LeafUnknown",
    name,
  );
}

export function windDownOf(here: Here, counterpart: ChainId): WindDown {
  const windDown = here.chain.windDowns.get(counterpart);
  if (windDown === undefined) throw new Refusal("NoWindDown", counterpart);
  return windDown;
}

/** A proposal that does not count yet. */
function challengeable(here: Here, counterpart: ChainId): WindDown {
  const windDown = windDownOf(here, counterpart);
  ensure(here.now < windDown.claimableFrom, "NoWindDown", "its notice is over");
  return windDown;
}

function setClosed(here: Here, counterpart: ChainId, closed: boolean): void {
  set(here.journal, outgoing(here, counterpart), "closed", closed);
  set(here.journal, incoming(here, counterpart), "closed", closed);
}
