import {
  type NodeEntry,
  type NodePage,
  type NodePayouts,
  type NodeSale,
  readEntries,
  readMovingReceivers,
  readPayouts,
  readSales,
} from "../../sim/creator/node-payouts.ts";
import { askJson } from "../ask.ts";
import { platformPath } from "../world/ask-platform.ts";

const PAGE = 100;

type Query = Readonly<Record<string, string | number | undefined>>;

function ask(node: string, path: string, signal: AbortSignal, query: Query = {}): Promise<unknown> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, `${value}`]));
  return askJson(`${platformPath(node, path)}${text.size === 0 ? "" : `?${text}`}`, { signal });
}

/** What a node knows of an account. Throws NodeUnavailableError. */
export async function askPayouts(
  node: string,
  account: string,
  signal: AbortSignal,
): Promise<NodePayouts> {
  return readPayouts(await ask(node, `/v1/payouts/${account}`, signal));
}

/** A page of what happened to an account's money since a time, newest first. Throws NodeUnavailableError. */
export async function askEntries(
  node: string,
  account: string,
  query: { from: number; cursor?: number | undefined },
  signal: AbortSignal,
): Promise<NodePage<NodeEntry>> {
  const path = `/v1/payouts/${account}/entries`;
  return readEntries(await ask(node, path, signal, { ...query, limit: PAGE }));
}

/** Sales, newest first. Throws NodeUnavailableError. */
export async function askSales(
  node: string,
  query: {
    account?: string;
    chain?: string;
    from?: number;
    before?: number;
    cursor?: number | undefined;
  },
  signal: AbortSignal,
): Promise<NodePage<NodeSale>> {
  return readSales(await ask(node, "/v1/sales", signal, { ...query, limit: PAGE }));
}

/** To whom royalties are under way: the first hundred routers'. Throws NodeUnavailableError. */
export async function askMovingReceivers(
  node: string,
  signal: AbortSignal,
): Promise<{ chain: string; account: string }[]> {
  return readMovingReceivers(await ask(node, "/v1/royalties", signal, { limit: PAGE }));
}
