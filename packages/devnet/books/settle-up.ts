import { Hands } from "./chains/hands.ts";
import type { World } from "./chains/world.ts";
import type { Action } from "./model/action.ts";
import { type Account, SIDES, type Side } from "./model/words.ts";
import { sideOf } from "./run-chains.ts";

/** Royalties that come home are divided, and what splits in splits then have too. */
const ROUNDS = 2;
/** So many people cannot be paid meanwhile, and take afterwards what was credited to them. */
const UNLUCKY = 4;

/** Sends all royalties home, has everything divided, and has credits taken. What is refused is left as it is. */
export async function settleUp(world: World): Promise<void> {
  const hands = new Hands(world);
  // One clock for both chains: what one sent is never of a later time than what the other did with it.
  let now = Math.max(...(await Promise.all(SIDES.map((side) => timeOf(world, side)))));
  for (const action of actionsOf(world)) {
    await world.chains[sideOf(action)].setTime(++now);
    await hands.do(action);
  }
}

async function timeOf({ chains }: World, side: Side): Promise<number> {
  const newest = await chains[side].provider.send("eth_getBlockByNumber", ["latest", false]);
  return Number(newest.timestamp);
}

function actionsOf({ stage }: World): Action[] {
  const each = (of: (side: Side, token: Account) => Action[]): Action[] =>
    SIDES.flatMap((side) => stage.sides[side].tokens.flatMap(({ address }) => of(side, address)));
  const unlucky = stage.people.slice(0, UNLUCKY);
  const block = (on: boolean) =>
    each((side, token) => unlucky.map((account) => ({ kind: "block", side, token, account, on })));
  const passOn: Action[] = [
    ...each((side, token) =>
      [...stage.sides[side].routers.keys()].map((router) => ({
        ...{ kind: "forward", side, router, token },
      })),
    ),
    ...SIDES.map((from): Action => ({ kind: "deliver", from })),
    ...each((side, token) =>
      stage.splits.map(({ address: split }) => ({
        ...{ kind: "distribute", division: { side, split, token } },
      })),
    ),
  ];
  const places = (side: Side) => [
    stage.sides[side].rail,
    ...stage.splits.map(({ address }) => address),
  ];
  const claims = each((side, currency) =>
    unlucky.flatMap((payee) =>
      places(side).map((place) => {
        const claim = { side, place, currency, payee, to: payee };
        return { kind: "claim", claim, by: "anyone" };
      }),
    ),
  );
  const rounds = Array.from({ length: ROUNDS }, () => passOn);
  return [...block(true), ...rounds.flat(), ...block(false), ...claims];
}
