import { gatewayAbi } from "@ryugu/contracts";
import { type Address, isSameAddress, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { zoneLane } from "@ryugu/sdk/zone";
import { Contract, id } from "ethers";
import { viewOf } from "../bench/bridge/agreement.ts";
import { type Payments, paymentsOf } from "../bench/bridge/deliveries.ts";
import { deliveredOn, logsOf } from "../bench/bridge/lane-logs.ts";
import { waitUntil } from "../src/process/wait-until.ts";
import { falseAlarms } from "./alarms.ts";
import { type KillsChain, type Travellers, whereIs } from "./travellers.ts";

/** What the chains say at the end. */
export interface Proof {
  /** Everything that must not be, in words; empty when the run is a proof. */
  wrong: string[];
  messages: { out: number; home: number };
  /** Tokens asked for. */
  tokens: number;
  /** How often tokens were minted, burned, locked and released. */
  moves: number;
  payments: Payments;
}

const TRANSFER = id("Transfer(address,address,uint256)");
/** Of what deliveries cost, at most so much may have been paid for nothing. */
const MOST_WASTED = 0.1;
const PATIENCE = { timeout: 120_000, interval: 500 };
const AT_ONCE = 12;

/** Asks both chains, and every node, for everything: nothing here comes from what the run remembers. */
export async function prove(travellers: Travellers): Promise<Proof> {
  const { home, away } = travellers;
  const out = await proveLane(travellers, home, away);
  const back = await proveLane(travellers, away, home);
  const places = await provePlaces(travellers);
  const moves = [
    await proveMoves(home, travellers.vault, "locked and released"),
    await proveMoves(away, ZERO_ADDRESS, "burned and minted"),
  ];
  const payments = await pay(travellers);
  return {
    wrong: [
      ...(await falseAlarms(travellers.running)),
      ...out.wrong,
      ...back.wrong,
      ...places,
      ...moves.flatMap(({ wrong }) => wrong),
      ...payments.wrong,
    ],
    messages: { out: out.count, home: back.count },
    tokens: travellers.tokens.length,
    moves: moves.reduce((sum, { count }) => sum + count, 0),
    payments,
  };
}

/** Every message consumed exactly once, in order; both gateways and all nodes with the same head. */
async function proveLane({ running }: Travellers, from: KillsChain, to: KillsChain) {
  const lane = zoneLane(running.zone, from.id, to.id).id;
  const name = `${from.slug} to ${to.slug}`;
  const outbound = await stateOf(from, "outboundLane", lane);
  const inbound = await stateOf(to, "inboundLane", lane);
  const count = Number(outbound.count);
  const wrong: string[] = [];
  if (Number(inbound.delivered) !== count)
    wrong.push(`${name}: ${inbound.delivered} of ${count} messages were consumed.`);
  if (outbound.head !== inbound.head) wrong.push(`${name}: the gateways' heads differ.`);
  const ranges = await deliveredOn(to, lane, 0, await to.provider.getBlockNumber());
  let next = 1;
  for (const { first, last } of ranges) {
    if (first !== next) wrong.push(`${name}: ${next} was expected, ${first} was delivered.`);
    next = last + 1;
  }
  if (next !== count + 1) wrong.push(`${name}: deliveries end at ${next - 1} of ${count}.`);
  const urls = running.ready.partners.map(({ nodeUrl }) => nodeUrl);
  const agree = async () => {
    const views = await Promise.all(urls.map((url) => viewOf(url, lane).catch(() => undefined)));
    return views.every((view) => view?.head === outbound.head && view?.delivered === count);
  };
  if (!(await waitUntil(agree, PATIENCE))) wrong.push(`${name}: not every node says the same.`);
  return { count, wrong };
}

const stateOf = ({ gateway, provider }: KillsChain, name: string, lane: string) =>
  new Contract(gateway, gatewayAbi, provider).getFunction(name)(lane);

async function provePlaces(travellers: Travellers): Promise<string[]> {
  const wrong: string[] = [];
  let next = 0;
  const work = async () => {
    const { tokens } = travellers;
    for (let token = tokens[next++]; token !== undefined; token = tokens[next++]) {
      const place = await whereIs(travellers, token);
      if (place !== "home" && place !== "away") wrong.push(`Token ${token.id} is ${place}.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

/** A token's moves into and out of a place take turns: one twice in a row would be one doubled. */
async function proveMoves(chain: KillsChain, place: Address, what: string) {
  const to = await chain.provider.getBlockNumber();
  const logs = await logsOf({ ...chain, gateway: chain.token }, [TRANSFER], 0, to);
  const moves = new Map<string, string[]>();
  for (const { topics } of logs) {
    const [, from = "", to = "", token = ""] = topics;
    const way = isAt(from, place) ? "out" : isAt(to, place) ? "in" : undefined;
    // What a collection mints at home comes from nobody too, but goes into no vault.
    if (way !== undefined) moves.set(token, [...(moves.get(token) ?? []), way]);
  }
  const wrong = [...moves].flatMap(([token, ways]) =>
    ways.some((way, i) => way === ways[i - 1])
      ? [`Token ${BigInt(token)} was ${what} out of turn on ${chain.slug}.`]
      : [],
  );
  return { wrong, count: [...moves.values()].flat().length };
}

const isAt = (topic: string, place: Address) => isSameAddress(`0x${topic.slice(26)}`, place);

async function pay({ running, home, away }: Travellers): Promise<Payments & { wrong: string[] }> {
  const relayers = running.ready.partners.map(({ relayer }) => relayer);
  const both = await Promise.all(
    [home, away].map(async (chain) =>
      paymentsOf(chain, relayers, 0, await chain.provider.getBlockNumber()),
    ),
  );
  const sum = (kind: "useful" | "wasted") => ({
    count: both.reduce((total, each) => total + each[kind].count, 0),
    gas: both.reduce((total, each) => total + each[kind].gas, 0),
  });
  const payments = { useful: sum("useful"), wasted: sum("wasted") };
  const isMuch = payments.wasted.gas > payments.useful.gas * MOST_WASTED;
  return { ...payments, wrong: isMuch ? ["More than a tenth was paid for nothing."] : [] };
}
