import type { Random } from "@ryugu/contracts/model";
import type { Hex } from "@ryugu/sdk/primitives";
import { toBeHex } from "ethers";
import type { Account } from "../stage/account.ts";
import { isTrusting } from "../stage/approvals.ts";
import { SHORTEST_DEADLINE } from "../stage/shape.ts";
import type { Stage, StageChain, StageCollection } from "../stage/stage.ts";
import type { Ask } from "./ask.ts";
import type { Held, Purse } from "./purse.ts";

const MOST_ASSETS = 16;
/** Whoever approves each token alone pays a block for each. */
const MOST_APPROVALS = 3;
const REFERENCE_BYTES = 4;

/** Chooses what a person sends next, out of what they have; undefined where that is nothing. */
export function chooseAsk(
  stage: Stage,
  purse: Purse,
  random: Random,
  person: Account,
  number: number,
): Ask | undefined {
  const { chains, accounts } = stage;
  const pile = choosePile(chains, purse, random, person);
  if (pile === undefined) return undefined;
  const { origin, collection, own } = pile;
  const destination = chooseDestination(chains, origin, collection, random);
  const needsNoApproval = origin !== collection.home || isTrusting(accounts, person);
  const assets = chooseAssets(
    own,
    collection,
    needsNoApproval ? MOST_ASSETS : MOST_APPROVALS,
    random,
  );
  const recipient = random.chance(0.4) ? person : (random.pick(accounts.people) ?? person);
  const refund = random.chance(0.3) ? random.pick(accounts.people) : undefined;
  const deadline = chooseDeadline(random);
  const intent = needsNoApproval && random.chance(0.25);
  return {
    ...{ number, person, origin, destination, collection, assets },
    reference: toBeHex(number, REFERENCE_BYTES) as Hex,
    recipient: recipient.address,
    ...(refund && { refundAccount: refund.address }),
    ...(deadline && { deadline }),
    ...(intent && { intent: { nonce: BigInt(number), expiry: now() + 600 } }),
  };
}

/** Everything that somebody has of one collection on one chain. */
interface Pile {
  origin: StageChain;
  collection: StageCollection;
  own: readonly Held[];
}

/** What is away from home goes on more often than what never left, so that most goes far. */
function choosePile(
  chains: readonly StageChain[],
  purse: Purse,
  random: Random,
  { address }: Account,
): Pile | undefined {
  const piles = chains.flatMap((origin) => {
    const held = purse.of(address, origin);
    const collections = [...new Set(held.map(({ collection }) => collection))];
    return collections.map((collection) => ({
      ...{ origin, collection },
      own: held.filter((each) => each.collection === collection),
    }));
  });
  const away = piles.filter(({ origin, collection }) => origin !== collection.home);
  return random.pick(away.length > 0 && random.chance(0.75) ? away : piles);
}

const now = () => Math.floor(Date.now() / 1_000);

/** What is away goes home or through home as often; what is at home has two ways out. */
function chooseDestination(
  chains: readonly StageChain[],
  origin: StageChain,
  { home }: StageCollection,
  random: Random,
): StageChain {
  const others = chains.filter((chain) => chain !== origin);
  const onward = others.filter((chain) => chain !== home);
  const through = origin !== home && random.chance(0.65);
  return random.pick(through ? onward : others) ?? home;
}

function chooseAssets(
  own: readonly Held[],
  { standard }: StageCollection,
  most: number,
  random: Random,
): Ask["assets"] {
  const wanted = random.chance(0.4) ? 1 : 1 + random.below(most);
  const left = [...own];
  const chosen: { id: bigint; amount: bigint }[] = [];
  while (left.length > 0 && chosen.length < wanted) {
    const [one] = left.splice(random.below(left.length), 1);
    if (one === undefined) break;
    const part = 1n + BigInt(random.below(Number(one.amount)));
    chosen.push({ id: one.id, amount: standard === "erc721" ? 1n : part });
  }
  return chosen;
}

/** Most have long enough; a tenth cannot be on time over two lanes, and some of it not over one. */
function chooseDeadline(random: Random): number | undefined {
  const kind = random.below(10);
  if (kind < 5) return undefined;
  if (kind < 8) return now() + 120 + random.below(240);
  return now() + SHORTEST_DEADLINE + 6 + random.below(14);
}
