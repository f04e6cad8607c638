import { address } from "@ryugu/sdk/primitives";
import { keccak256, toUtf8Bytes } from "ethers";
import type { Stage, StageCollection, StageSide } from "../model/stage.ts";
import { type Account, across, SIDES, type Side } from "../model/words.ts";
import { holdingsOf, splitsOf, TOKENS } from "./stage-plan.ts";

/** An account that follows from a text. */
const accountOf = (text: string): Account =>
  address(`0x${keccak256(toUtf8Bytes(text)).slice(-40)}`);

/** 2026-11-01, midnight in Japan. */
const NOVEMBER = Date.UTC(2026, 9, 31, 15) / 1_000;
const PEOPLE = 20;

/** A stage that stands on no chain: the same works, splits and people as on real ones, with addresses that follow from names. */
export async function plainStage(): Promise<Stage> {
  const people = Array.from({ length: PEOPLE }, (_, i) => accountOf(`person ${i}`));
  const splits = await splitsOf(people, (name) => accountOf(`split ${name}`));
  const receivers = [splits[0]?.address ?? "", people[3] ?? ""];
  const works = SIDES.flatMap((side) => worksOf(side, people, receivers));
  return {
    ...{ people, splits, collections: works, start: NOVEMBER + 60 },
    sides: { minato: sideOf("minato", receivers), garan: sideOf("garan", receivers) },
    holdings: holdingsOf(works, people),
  };
}

const token = (home: Side, on: Side) => accountOf(`yen of ${home} on ${on}`);
const router = (on: Side, receiver: Account) => accountOf(`router on ${on} for ${receiver}`);

function sideOf(side: Side, receivers: readonly Account[]): StageSide {
  const other = across(side);
  const at = (name: string) => accountOf(`${name} on ${side}`);
  return {
    ...{ market: at("market"), rail: at("rail"), ledger: at("ledger"), cap: at("cap") },
    vault: at("vault"),
    tokens: [side, other].map((home) => ({
      ...{ address: token(home, side), twin: token(home, other), isHome: home === side },
    })),
    routers: new Map(receivers.map((receiver) => [router(side, receiver), receiver])),
  };
}

/** Two collections with royalties and units at each home, the same on the other chain, and works that are made when they are sold. */
function worksOf(
  side: Side,
  people: readonly Account[],
  receivers: readonly Account[],
): StageCollection[] {
  const owner = people[side === "minato" ? 0 : 1] ?? "";
  const other = across(side);
  const works = receivers.flatMap((receiver, i): StageCollection[] => {
    const bps = i === 0 ? 1_000n : 333n;
    const work = { kind: "erc721", owner } as const;
    const home = accountOf(`works ${i} of ${side}`);
    const away = accountOf(`works ${i} of ${side} on ${other}`);
    return [
      { ...work, side, address: home, firstToken: 1n, royalty: { receiver, bps } },
      {
        ...{ ...work, side: other, address: away, firstToken: BigInt(TOKENS + 1) },
        royalty: { receiver: router(other, receiver), bps },
      },
    ];
  });
  const own = { side, owner, firstToken: 1n };
  return [
    ...works,
    { ...own, kind: "erc1155", address: accountOf(`units of ${side}`) },
    { ...own, kind: "voucher", address: accountOf(`vouchers of ${side}`) },
  ];
}
