import { Hands } from "./chains/hands.ts";
import type { World } from "./chains/world.ts";
import type { Action } from "./model/action.ts";
import { SIDES, type Side } from "./model/words.ts";
import { sideOf } from "./run-chains.ts";

/** Royalties that come home are divided, and what splits in splits then have too. */
const ROUNDS = 2;

/** Sends all royalties home, has everything divided, and takes every other person's credits. What is refused is left as it is. */
export async function settleUp(world: World): Promise<void> {
  const hands = new Hands(world);
  // One clock for both chains: what one sent is never of a later time than what the other did with it.
  let now = Math.max(...(await Promise.all(SIDES.map((side) => timeOf(world, side)))));
  for (let round = 0; round < ROUNDS; round++) {
    for (const action of actionsOf(world)) {
      await world.chains[sideOf(action)].setTime(++now);
      await hands.do(action);
    }
  }
}

async function timeOf({ chains }: World, side: Side): Promise<number> {
  const newest = await chains[side].provider.send("eth_getBlockByNumber", ["latest", false]);
  return Number(newest.timestamp);
}

function actionsOf({ stage }: World): Action[] {
  const each = <T>(of: (side: (typeof SIDES)[number], token: string) => T[]): T[] =>
    SIDES.flatMap((side) => stage.sides[side].tokens.flatMap(({ address }) => of(side, address)));
  const people = stage.people.filter((_, i) => i % 2 === 0);
  return [
    ...each((side, token) =>
      [...stage.sides[side].routers.keys()].map(
        (router): Action => ({ kind: "forward", side, router, token }),
      ),
    ),
    ...SIDES.map((from): Action => ({ kind: "deliver", from })),
    ...each((side, token) =>
      stage.splits.map(
        ({ address: split }): Action => ({ kind: "distribute", division: { side, split, token } }),
      ),
    ),
    ...each((side, currency) =>
      people.map((payee): Action => {
        const { rail: place } = stage.sides[side];
        const claim = { side, place, currency, payee, to: payee };
        return { kind: "claim", claim, by: "anyone" };
      }),
    ),
  ];
}
