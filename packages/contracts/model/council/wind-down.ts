import { held } from "../asset/holdings.ts";
import { emit, type Here, incoming, outgoing } from "../here.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { Leaf, WindDown } from "../state/chain.ts";
import { put, set } from "../state/journal.ts";
import { type ChainId, type Collection, vaultOf } from "../words.ts";

/** Proposes who held what on a chain that died, and closes the lanes with it both ways. */
export function proposeWindDown(
  here: Here,
  counterpart: ChainId,
  sequence: number,
  leaves: readonly Leaf[],
): void {
  const lane = incoming(here, counterpart);
  ensure(lane.delivered >= sequence, "NotAllDelivered", `${lane.delivered} of ${sequence}`);
  const before = here.chain.windDowns.get(counterpart);
  ensure(before === undefined || before.voided, "WindDownStands", counterpart);
  setClosed(here, counterpart, true);
  const proposedAt = here.now;
  const windDown = { sequence, leaves, proposedAt, voided: false, claimed: new Map() };
  put(here.journal, here.chain.windDowns, counterpart, windDown);
  emit(here, { name: "WindDownProposed", counterpart });
}

/** Takes a proposal back before its notice is over, or one that was voided, and opens the lanes again. */
export function cancelWindDown(here: Here, counterpart: ChainId): void {
  const windDown = windDownOf(here, counterpart);
  ensure(windDown.voided || !noticeIsOver(here, windDown), "NoticeOver");
  setClosed(here, counterpart, false);
  put(here.journal, here.chain.windDowns, counterpart, { ...windDown, voided: true });
  emit(here, { name: "WindDownCancelled", counterpart });
}

/** Anyone voids a proposal that is wrong, during its notice. The lanes stay closed until the council decides again. */
export function challenge(here: Here, counterpart: ChainId, shown: readonly Leaf[]): void {
  const windDown = windDownOf(here, counterpart);
  ensure(!windDown.voided, "NoWindDown", counterpart);
  ensure(!noticeIsOver(here, windDown), "NoticeOver");
  for (const leaf of shown) mustBeIn(windDown, leaf);
  const [first, second] = shown;
  const wrong =
    first !== undefined &&
    (second === undefined ? isTooMuch(here, counterpart, first) : areOneToken(first, second));
  ensure(wrong, "ChallengeFails");
  put(here.journal, here.chain.windDowns, counterpart, { ...windDown, voided: true });
  emit(here, { name: "WindDownVoided", counterpart });
}

const isTooMuch = ({ chain }: Here, counterpart: ChainId, leaf: Leaf): boolean =>
  leaf.amount > held(chain, collectionOf(chain.id, leaf), leaf.id, vaultOf(counterpart));

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

export const noticeIsOver = ({ now, settings }: Here, { proposedAt }: WindDown): boolean =>
  now >= proposedAt + settings.windDownNotice;

function setClosed(here: Here, counterpart: ChainId, closed: boolean): void {
  set(here.journal, outgoing(here, counterpart), "closed", closed);
  set(here.journal, incoming(here, counterpart), "closed", closed);
}
