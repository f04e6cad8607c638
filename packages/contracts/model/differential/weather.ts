import { Interface } from "ethers";
import type { Weather } from "../actors/cast.ts";
import type { Address, ChainId, Holder } from "../words.ts";
import { type Book, TOKENS } from "./book.ts";
import type { Call, World } from "./world.ts";

/** What is odd on a chain, as names: "failing 0x…", "refuses 0x…". */
export type Oddities = ReadonlySet<string>;

const ISSUER: Address = "0x0000000000000000000000000000000000000a11";
const tokens = new Interface([
  "function setFailing(bool)",
  "function setBlocked(address,bool)",
  "function setLocked(uint256,bool)",
  "function setKeeps(uint256)",
]);

/** A weather's names. */
export function odditiesOf(weather: Weather): Oddities {
  return new Set([
    ...[...weather.failing].map((token) => `failing ${token}`),
    ...[...weather.blocked].map((pair) => `blocked ${pair}`),
    ...[...weather.locked].map((id) => `locked ${id}`),
    ...[...weather.greedy].map((token) => `greedy ${token}`),
    ...[...weather.hostileReceivers].map((account) => `refuses ${account}`),
  ]);
}

/** Makes something odd on a chain, or no longer. */
export async function turn(world: World, on: ChainId, oddity: string, odd: boolean, now: number) {
  if (oddity.startsWith("refuses ")) {
    const account = world.book.people.real(oddity.slice("refuses ".length) as Address);
    await world.setRefusing(on, account, odd);
    return;
  }
  for (const call of callsOf(world.book, oddity, odd)) {
    const { done } = await world.do(on, call, now);
    if (!done) throw new Error(`The weather does not turn: ${oddity}`);
  }
}

function callsOf(book: Book, oddity: string, odd: boolean): Call[] {
  const call = (to: Address, name: string, values: readonly unknown[]): Call => ({
    ...{ from: ISSUER, to, data: tokens.encodeFunctionData(name, values) },
  });
  const [kind, what = "", ...rest] = oddity.split(" ");
  const token = what as Address;
  if (kind === "failing") return [call(token, "setFailing", [odd])];
  if (kind === "greedy") return [call(token, "setKeeps", [odd ? 1 : 0])];
  if (kind === "blocked") {
    return [call(token, "setBlocked", [book.holder(rest.join(" ") as Holder), odd])];
  }
  const nfts = [TOKENS.erc721, TOKENS.erc1155];
  return nfts.map((nft) => call(nft, "setLocked", [BigInt(what), odd]));
}
