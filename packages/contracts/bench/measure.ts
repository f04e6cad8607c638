import { Interface } from "ethers";
import { benchedBytecode } from "../scripts/generate.ts";
import { type LocalChain, startChain } from "./anvil.ts";
import { type Lane, laneFrom } from "./lane.ts";
import { measureOrders } from "./orders.ts";
import { measureSplits } from "./splits.ts";
import { account, create, deployZone, gatewayAt, openLane, transact } from "./zone.ts";

/** Receipt gas by row; where a row covers several NFTs, the gas of each, rounded up. */
export type Measurements = Record<string, number>;

const HOME = 31_337;
const ELSEWHERE = 31_338;
const OWNER = account(2);
const RECIPIENT = account(3);
const TOKENS = 260;
const MINT = new Interface([
  "function mintBatch(address to, uint256 firstId, uint256 count)",
  "function mintBatch(address to, uint256 firstId, string[] uris)",
]);

interface Flow {
  home: LocalChain;
  out: Lane;
  back: Lane;
  /** The collection at home, and what stands for it elsewhere. */
  token: string;
  representation: string;
}

/** Measures both kinds of collections, and sales, on two chains of their own. */
export async function measure(): Promise<Measurements> {
  const chains = await Promise.all([startChain(HOME), startChain(ELSEWHERE)]);
  const [home, elsewhere] = chains;
  try {
    const gateway = await deployZone(home);
    if ((await deployZone(elsewhere)) !== gateway) throw new Error("the addresses differ");
    await openLane(home, elsewhere);
    await openLane(elsewhere, home);
    const out = laneFrom(home, elsewhere, gateway);
    const back = laneFrom(elsewhere, home, gateway);
    const results: Measurements = {};
    for (const kind of ["base", "CID"] as const) {
      const token = await makeCollection(home, kind);
      const representation = await gatewayAt(elsewhere, gateway)
        .getFunction("representationOf")
        .staticCall(HOME, token, 1);
      Object.assign(results, await measureFlow({ home, out, back, token, representation }, kind));
    }
    return {
      ...results,
      ...(await measureOrders(home)),
      ...(await measureSplits(home)),
    };
  } finally {
    for (const chain of chains) chain.stop();
  }
}

/** 260 tokens of one owner in a plain OpenZeppelin collection, as the peers' figures were taken with. */
async function makeCollection(chain: LocalChain, kind: "base" | "CID"): Promise<string> {
  const plain = kind === "base";
  const token = await create(
    chain,
    benchedBytecode(plain ? "PlainCollection" : "PlainUriCollection"),
    [],
    [],
  );
  for (let minted = 0; minted < TOKENS; minted += 20) {
    const uris = Array.from({ length: 20 }, (_, i) => cidUri(minted + i));
    const data = plain
      ? MINT.encodeFunctionData("mintBatch(address,uint256,uint256)", [
          OWNER.address,
          minted + 1,
          20,
        ])
      : MINT.encodeFunctionData("mintBatch(address,uint256,string[])", [
          OWNER.address,
          minted + 1,
          uris,
        ]);
    await transact(chain, account(0), token, data);
  }
  return token;
}

/** A CIDv1 whose digest is made up; 66 characters as real ones have. */
function cidUri(seed: number): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  let state = seed + 1;
  let text = "";
  for (let i = 0; i < 51; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += alphabet[state >> 26];
  }
  // The last character holds three bits of the digest and two that are zero.
  return `ipfs://bafkreia${text.slice(0, 50)}e`;
}

async function measureFlow(flow: Flow, kind: string): Promise<Measurements> {
  const { out, back, token, representation } = flow;
  let next = 1;
  const take = (count: number) => Array.from({ length: count }, () => next++);
  const crowd = Array.from({ length: 50 }, (_, i) => account(100 + i));
  const sendOne = async (to: string) => gas(await out.send(OWNER, token, take(1), to));
  const rows: Measurements = {};
  const row = (name: string, total: number, count = 1) => {
    rows[`${name}, ${kind}`] = Math.ceil(total / count);
  };

  await sendOne(RECIPIENT.address);
  row("deliver, first of a collection", gas(await out.deliver()));
  row("send", await sendOne(RECIPIENT.address));
  row("deliver", gas(await out.deliver()));

  for (const { address } of crowd) await sendOne(address);
  await out.deliver();
  for (const { address } of crowd.slice(0, 10)) await sendOne(address);
  row("deliver ×10, each", gas(await out.deliver()), 10);
  for (const { address } of crowd) await sendOne(address);
  row("deliver ×50, each", gas(await out.deliver()), 50);

  // The farthest from a checkpoint that a message ever is: 15 others behind it.
  for (const { address } of crowd.slice(0, 16)) await sendOne(address);
  row("claim, 15 hashes to the checkpoint", gas(await out.claim(0)));
  row("claim, at the checkpoint", gas(await out.claim(15)));
  await out.deliver();

  const ten = take(10);
  row(
    "send one message of ten, each",
    gas(await out.send(OWNER, token, ten, RECIPIENT.address)),
    10,
  );
  row("deliver one message of ten, each", gas(await out.deliver()), 10);

  const first = ten.splice(0, 1);
  row("burn send", gas(await back.send(RECIPIENT, representation, first, OWNER.address)));
  row("release", gas(await back.deliver()));

  // Each of ten people gets a token at home, so that the next release finds them holding one.
  for (const [i, id] of [...ten, 2].entries()) {
    await back.send(RECIPIENT, representation, [id], crowd[i]?.address ?? "");
  }
  await back.deliver();
  return { ...rows, ...(await measureReleases(flow, kind, crowd.slice(0, 10), take(10))) };
}

/** Ten releases to ten people of whom each holds one already. */
async function measureReleases(
  { out, back, token, representation }: Flow,
  kind: string,
  crowd: ReturnType<typeof account>[],
  ids: number[],
): Promise<Measurements> {
  await out.send(OWNER, token, ids, RECIPIENT.address);
  await out.deliver();
  for (const [i, { address }] of crowd.entries()) {
    await back.send(RECIPIENT, representation, ids.slice(i, i + 1), address);
  }
  return { [`release ×10, each, ${kind}`]: Math.ceil(gas(await back.deliver()) / 10) };
}

function gas(receipt: { gasUsed: bigint }): number {
  return Number(receipt.gasUsed);
}
