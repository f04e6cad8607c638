import { custodyAbi } from "@ryugu/contracts";
import { STANDARDS } from "@ryugu/sdk/lane";
import { splitAddress } from "@ryugu/sdk/payout";
import { type Address, address, chainNumber } from "@ryugu/sdk/primitives";
import { Contract, type Wallet } from "ethers";
import { CHAIN_IDS, wordOf } from "../facts/place.ts";
import type { Stage, StageCollection, StageSide } from "../model/stage.ts";
import { across, SIDES, type Side } from "../model/words.ts";
import { DOWRY } from "../people/play.ts";
import { holdingsOf, splitsOf, TOKENS } from "../people/stage-plan.ts";
import { type Chain, startChain } from "./chain.ts";
import {
  addressOf,
  type Deployed,
  deployPayout,
  deployUnits,
  deployWorks,
  send,
} from "./deploy.ts";
import { type Keys, makeKeys } from "./keys.ts";
import { BooksZone } from "./zone.ts";

const PEOPLE = 20;
const DAY = 86_400;
/** 2026-11-01, midnight in Japan. */
const NOVEMBER = Date.UTC(2026, 9, 31, 15) / 1_000;
const BPS = [1_000n, 333n];
const ERC20 = ["function transfer(address, uint256)"];

/** Messages that carry something and set the stage: each side's two collections and its yen. */
export const SENT_BEFORE = 3;

/** Two real chains with a zone, markets, rails, works, and everybody on them. */
export interface World {
  readonly chains: Readonly<Record<Side, Chain>>;
  readonly keys: Keys;
  readonly zone: BooksZone;
  readonly deployed: Readonly<Record<Side, Deployed>>;
  readonly stage: Stage;
  /** What each split's salt is made of. */
  readonly splitNames: ReadonlyMap<string, string>;
  /** Back to where nothing has happened yet. */
  rewind(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts two chains and sets the stage there. Whoever starts a world stops it. */
export async function startWorld(): Promise<World> {
  const minato = await startChain(CHAIN_IDS.minato, NOVEMBER);
  const garan = await startChain(CHAIN_IDS.garan, NOVEMBER);
  const chains = { minato, garan };
  const stop = async () => {
    await Promise.all([minato.stop(), garan.stop()]);
  };
  try {
    const setting = await setUp(chains);
    return { ...setting, stop, rewind: await rewinding(chains) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function rewinding({ minato, garan }: World["chains"]): Promise<() => Promise<void>> {
  const ways = [await minato.remember(), await garan.remember()];
  return async () => {
    for (const back of ways) await back();
  };
}

async function setUp(chains: World["chains"]): Promise<Omit<World, "stop" | "rewind">> {
  const keys = makeKeys(PEOPLE);
  for (const side of SIDES) {
    for (const { address: account } of [...keys.people, keys.issuer, keys.relayer]) {
      await chains[side].enrich(account);
    }
  }
  const issuerOn = (side: Side) => keys.issuer.connect(chains[side].provider);
  const deployed = {
    minato: await deployPayout(issuerOn("minato")),
    garan: await deployPayout(issuerOn("garan")),
  };
  const zone = await BooksZone.deploy(chains, keys);
  const people = keys.people.map((key) => address(key.address));
  const { factory } = deployed.minato;
  const splitNames = new Map<string, string>();
  const splits = await splitsOf(people, (name, { shares, owner }) => {
    const split = splitAddress(factory, {
      shares: shares.map((share) => ({ ...share, payee: address(share.payee) })),
      ...{ salt: wordOf(name), ...(owner === undefined ? {} : { owner: address(owner) }) },
    });
    splitNames.set(split, name);
    return split;
  });
  const setting = { chains, keys, zone, deployed };
  const receivers = [address(splits[0]?.address), people[3] as Address];
  const works = {
    minato: await foundWorks(setting, "minato", receivers),
    garan: await foundWorks(setting, "garan", receivers),
  };
  const money = await sendDowries(setting);
  for (const side of SIDES) await zone.deliver(side);
  const collections = [...works.minato.collections, ...works.garan.collections];
  const start = NOVEMBER + DAY + 60;
  const stage: Stage = {
    ...{ people, splits, collections, start, holdings: holdingsOf(collections, people) },
    sides: {
      minato: await sideOf(setting, "minato", money, works.garan.routers),
      garan: await sideOf(setting, "garan", money, works.minato.routers),
    },
  };
  await handOut(setting, stage);
  for (const side of SIDES) await chains[side].leapTo(start);
  return { ...setting, stage, splitNames };
}

type Setting = Omit<World, "stage" | "splitNames" | "rewind" | "stop">;

/** A side's works, half of the tokens of which are on the other chain, and where royalties are gathered there. */
async function foundWorks(
  { chains, keys, zone, deployed }: Setting,
  side: Side,
  receivers: readonly Address[],
) {
  const other = across(side);
  const key = (keys.people[side === "minato" ? 0 : 1] as Wallet).connect(chains[side].provider);
  const owner = key.address;
  const own = { side, owner, firstToken: 1n };
  const collections: StageCollection[] = [];
  const routers = new Map<Address, Address>();
  for (const [i, receiver] of receivers.entries()) {
    const bps = BPS[i] ?? 0n;
    const art = await deployWorks(key, `Works${i}`, { receiver, bps });
    const home = await addressOf(art);
    await send(art, "mintBatch", owner, new Array(2 * TOKENS).fill(""));
    await send(art, "setApprovalForAll", zone.gateway, true);
    const ids = Array.from({ length: TOKENS }, (_, n) => BigInt(TOKENS + 1 + n));
    await sendOver({ chains, keys, zone, deployed }, side, key, { token: home, ids, amounts: [] });
    const number = chainNumber(chains[side].id);
    const there = zone.gatewayOn(other);
    const away = address(
      await there.getFunction("representationOf")(number, home, STANDARDS.erc721),
    );
    const custody = new Contract(
      zone.custody,
      custodyAbi,
      keys.relayer.connect(chains[other].provider),
    );
    await send(custody, "createRoyaltyRouter", number, home, receiver);
    const route = [number, home, receiver];
    const router = address(await custody.getFunction("royaltyRouterOf")(...route));
    routers.set(router, receiver);
    collections.push(
      { ...own, kind: "erc721", address: home, royalty: { receiver, bps } },
      {
        ...{ ...own, side: other, kind: "erc721", address: away },
        ...{ firstToken: BigInt(TOKENS + 1), royalty: { receiver: router, bps } },
      },
    );
  }
  const units = await deployUnits(key);
  const made = await deployWorks(key, "Vouchers");
  await send(made, "setMarket", deployed[side].market, true);
  collections.push(
    { ...own, kind: "erc1155", address: await addressOf(units) },
    { ...own, kind: "voucher", address: await addressOf(made) },
  );
  return { collections, routers };
}

async function sendOver(
  { chains, zone }: Setting,
  side: Side,
  by: Wallet,
  what: { token: string; ids: bigint[]; amounts: bigint[] },
): Promise<void> {
  const nothing = "0x0000000000000000000000000000000000000000";
  await send(zone.gatewayOn(side, by), "send", {
    ...{ ...what, destinationChainId: chainNumber(chains[across(side)].id), recipient: by.address },
    ...{ refundAccount: nothing, deadline: 0, ref: "0x" },
  });
}

/** Lists each side's yen, and sends much of it to the issuer on the other chain. */
async function sendDowries(
  setting: Setting,
): Promise<Record<Side, { home: Address; away: Address }>> {
  const { chains, keys, zone, deployed } = setting;
  const one = async (side: Side) => {
    const { yen } = deployed[side];
    const home = await addressOf(yen);
    const amount = DOWRY * BigInt(PEOPLE);
    await zone.list(side, home);
    await send(yen, "mint", keys.issuer.address, amount);
    await send(yen, "approve", zone.gateway, amount);
    const issuer = keys.issuer.connect(chains[side].provider);
    await sendOver(setting, side, issuer, { token: home, ids: [], amounts: [amount] });
    const route = [chainNumber(chains[side].id), home, STANDARDS.erc20];
    const away = await zone.gatewayOn(across(side)).getFunction("representationOf")(...route);
    return { home, away: address(away) };
  };
  return { minato: await one("minato"), garan: await one("garan") };
}

async function sideOf(
  { chains, zone, deployed }: Setting,
  side: Side,
  money: Record<Side, { home: Address; away: Address }>,
  routers: StageSide["routers"],
): Promise<StageSide> {
  const other = across(side);
  const { rail, ledger, market, cap } = deployed[side];
  const number = chainNumber(chains[other].id);
  return {
    ...{ rail, ledger: await addressOf(ledger), market, cap, routers },
    vault: address(await zone.gatewayOn(side).getFunction("vaultOf")(number)),
    tokens: [
      { address: money[side].home, twin: money[side].away, isHome: true },
      { address: money[other].away, twin: money[other].home, isHome: false },
    ],
  };
}

/** Everybody gets what the stage says that they have. */
async function handOut({ chains, keys }: Setting, stage: Stage): Promise<void> {
  const NFT = ["function transferFrom(address, address, uint256)"];
  const UNITS = ["function mintBatch(address, uint256[], uint256[])"];
  for (const { side, collection, tokenId, holder, count } of stage.holdings) {
    const work = stage.collections.find((one) => one.address === collection && one.side === side);
    const key = keys.people.find(({ address: account }) => account === work?.owner) as Wallet;
    const by = key.connect(chains[side].provider);
    if (work?.kind === "erc1155") {
      await send(new Contract(collection, UNITS, by), "mintBatch", holder, [tokenId], [count]);
    } else if (holder !== key.address) {
      const nft = new Contract(collection, NFT, by);
      await send(nft, "transferFrom", key.address, holder, tokenId);
    }
  }
  for (const side of SIDES) {
    const issuer = keys.issuer.connect(chains[side].provider);
    for (const { address: token, isHome } of stage.sides[side].tokens) {
      if (isHome) continue;
      const yen = new Contract(token, ERC20, issuer);
      for (const person of stage.people) await send(yen, "transfer", person, DOWRY);
    }
  }
}
