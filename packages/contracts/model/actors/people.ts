import type { Action } from "../actions.ts";
import { refundAccountOf } from "../arrive/ending.ts";
import { redirectText } from "../arrive/retry.ts";
import { TOKENS_OWN } from "../asset/holdings.ts";
import type { CarryingMessage } from "../message/message.ts";
import { chainOf } from "../model.ts";
import { intentText, type SendIntent } from "../send/intent.ts";
import type { SendRequest } from "../send/request.ts";
import type { Chain } from "../state/chain.ts";
import { type Address, type Asset, type ChainId, DAY, vaultOf, ZERO_ADDRESS } from "../words.ts";
import { addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";

/** What holders do: they send, hand over, retry and redirect. */

/** Chains on which something still happens. */
export const livingChains = ({ model, dead }: Cast): Chain[] =>
  [...model.zone.chains.values()].filter(({ id }) => id !== dead);

export interface Holding {
  readonly asset: string;
  readonly holder: Address;
  readonly amount: bigint;
}

/** Everything that people have on a chain. */
export function holdingsOn(chain: Chain): Holding[] {
  const found: Holding[] = [];
  for (const [asset, holders] of chain.holdings) {
    for (const [holder, amount] of holders) {
      const isPerson = !holder.startsWith("vault") && holder !== TOKENS_OWN;
      if (isPerson) found.push({ asset, holder: holder as Address, amount });
    }
  }
  return found;
}

/** A request for some of what somebody has; several ids if they have several. */
export function randomRequest(cast: Cast, chain: Chain): SendRequest | undefined {
  const { random, model, accounts } = cast;
  const holdings = holdingsOn(chain);
  const first = random.pick(holdings);
  if (first === undefined) return undefined;
  const [homeChain, homeToken] = first.asset.split("/") as [ChainId, Address];
  const standard = chainOf(model, homeChain).tokens.get(homeToken)?.standard;
  const prefix = `${homeChain}/${homeToken}/`;
  const many = standard !== "erc20" && random.chance(0.4);
  const sent = many
    ? holdings.filter(({ asset, holder }) => holder === first.holder && asset.startsWith(prefix))
    : [first];
  const assets = sent.slice(0, 16).map(({ asset, amount }): Asset => {
    const some = random.chance(0.3) ? amount : BigInt(1 + random.below(Number(amount)));
    return { id: BigInt(asset.slice(prefix.length)), amount: some };
  });
  const others = [...model.zone.chains.keys()].filter((id) => id !== chain.id);
  const destination = random.pick(others) ?? homeChain;
  const [recipient, refundAccount] = [random.pick(accounts), random.pick(accounts)];
  if (recipient === undefined || refundAccount === undefined) return undefined;
  const ahead = 1_800 + random.below(30 * 3_600);
  const deadline = random.chance(0.3) ? 0 : cast.now + ahead;
  const collection = { homeChain, homeToken };
  const reference = random.chance(0.2) ? "0x1234" : "0x";
  return {
    ...{ sender: first.holder, destination, collection, assets, recipient, refundAccount },
    ...{ deadline, reference },
  };
}

function feeFor(chain: Chain, { collection, destination }: SendRequest): bigint {
  const next = collection.homeChain === chain.id ? destination : collection.homeChain;
  return chain.outgoing.get(next)?.terms.fee ?? 0n;
}

export function send(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const count = chain && cast.random.chance(0.15) ? 2 : 1;
  const requests: SendRequest[] = [];
  for (let at = 0; chain && at < count; at++) {
    const request = randomRequest(cast, chain);
    const [first] = requests;
    // One call has one sender.
    if (request && (first ?? request).sender === request.sender) requests.push(request);
  }
  if (chain === undefined || requests.length === 0) return undefined;
  const paid = requests.reduce((sum, request) => sum + feeFor(chain, request), 0n);
  return { on: chain.id, type: "send", requests, paid };
}

export function sendBySignature(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const request = chain && randomRequest(cast, chain);
  if (chain === undefined || request === undefined) return undefined;
  cast.nonces += 1;
  const intent: SendIntent = { ...request, nonce: BigInt(cast.nonces), expiry: cast.now + 86_400 };
  const signature = { signer: intent.sender, signed: intentText(chain, intent) };
  const paid = feeFor(chain, request);
  return { on: chain.id, type: "send-by-signature", intent, signature, paid };
}

export function handOver(cast: Cast): Action | undefined {
  const { random, accounts, model } = cast;
  const chain = random.pick(livingChains(cast));
  const holding = chain && random.pick(holdingsOn(chain));
  const to = random.pick(accounts);
  if (chain === undefined || holding === undefined || to === undefined) return undefined;
  const [homeChain, homeToken, id] = holding.asset.split("/") as [ChainId, Address, string];
  const lost = random.chance(0.2) && homeChain === chain.id && model.zone.chains.size > 1;
  const away = [...model.zone.chains.keys()].find((other) => other !== chain.id);
  return {
    ...{ on: chain.id, type: "hand-over", collection: { homeChain, homeToken } },
    asset: { id: BigInt(id), amount: 1n },
    from: holding.holder,
    to: lost && away !== undefined ? vaultOf(away) : to,
  };
}

export function retry(cast: Cast): Action | undefined {
  const parked = parkedSomewhere(cast);
  return parked && { on: parked.chain.id, type: "retry", id: parked.id };
}

export function redirect(cast: Cast): Action | undefined {
  const parked = parkedSomewhere(cast);
  const recipient = cast.random.pick(cast.accounts);
  if (parked === undefined || recipient === undefined) return undefined;
  const { chain, id } = parked;
  const message = chain.parked.get(id)?.message;
  if (message === undefined) return undefined;
  const entitled = ownerOf(message);
  const expiry = cast.now + 60;
  const signature = { signer: entitled, signed: redirectText(chain, id, recipient, expiry) };
  const base = { on: chain.id, type: "redirect", id, recipient } as const;
  return cast.random.chance(0.5)
    ? { ...base, by: entitled }
    : { ...base, by: cast.accounts[0] ?? entitled, signed: { expiry, signature } };
}

/** Who would have what a message carries, if anybody here. */
function ownerOf(message: CarryingMessage): Address {
  if (message.kind === "return") return message.refundAccount;
  return message.kind === "transfer" ? message.recipient : refundAccountOf(message);
}

export function parkedSomewhere(cast: Cast): { chain: Chain; id: string } | undefined {
  const all = livingChains(cast).flatMap((chain) =>
    [...chain.parked.keys()].map((id) => ({ chain, id })),
  );
  return cast.random.pick(all);
}

/** A request with something odd about it: much of it is refused, and all of it for a reason. */
export function sendOddly(cast: Cast): Action | undefined {
  const { random, now, accounts } = cast;
  const chain = random.pick(livingChains(cast));
  const request = chain && randomRequest(cast, chain);
  if (chain === undefined || request === undefined) return undefined;
  const [asset] = request.assets;
  if (asset === undefined) return undefined;
  const odd: Partial<SendRequest>[] = [
    { refundAccount: ZERO_ADDRESS },
    { refundAccount: request.sender },
    { recipient: ZERO_ADDRESS },
    { destination: chain.id },
    { destination: "eip155:99" },
    { reference: `0x${"ab".repeat(random.chance(0.5) ? 32 : 33)}` },
    { deadline: now + random.below(2_000) },
    { deadline: now + 10 * DAY + random.below(3) - 1 },
    { assets: [] },
    { assets: Array.from({ length: 17 }, () => asset) },
    { assets: [asset, asset] },
    { sender: random.pick(accounts) ?? request.sender },
  ];
  const sent = { ...request, ...random.pick(odd) };
  const paid = feeFor(chain, sent) + (random.chance(0.1) ? 1n : 0n);
  return { on: chain.id, type: "send", requests: [sent], paid };
}

/** Somebody takes back an intent, often one that was used. */
export function voidNonce(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const sender = cast.random.pick(cast.accounts);
  if (chain === undefined || sender === undefined) return undefined;
  const nonce = BigInt(cast.random.below(cast.nonces + 2));
  return { on: chain.id, type: "void-nonce", sender, nonce };
}

/** An issuer says something else about a token. */
export function setUri(cast: Cast): Action | undefined {
  const { random } = cast;
  const chain = random.pick(livingChains(cast));
  const token = random.pick([addressOf(0x401), addressOf(0x402)]);
  const id = random.pick([1n, 2n, 7n, 8n, 11n]);
  if (chain === undefined || token === undefined || id === undefined) return undefined;
  const hex = id.toString(16).padStart(64, "0");
  const texts = [
    "a text",
    `other/${id}`,
    `t/${hex}.json`,
    "for/{id}",
    `x${id}`,
    `${id}/${id}.json`,
  ];
  const uri = random.pick(texts) ?? "";
  return { on: chain.id, type: "set-uri", token, id, uri };
}
