import { creditOf, describePayoutRevert, isSplit } from "@ryugu/sdk/payout";
import { type Address, address, chainId, logPages, type RawLog } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { Contract, id, isCallException, type JsonRpcProvider, zeroPadValue } from "ethers";
import {
  type CreditReason,
  creditKey,
  creditReason,
  type WaitingCredit,
} from "../../sim/creator/credit.ts";
import type { Platform, PlatformMarket } from "../../sim/protocol/platform.ts";
import type { Chains } from "../world/chains.ts";

/** A platform where there is money. */
export type PayingPlatform = Pick<Platform, "chain" | "url"> & { readonly market: PlatformMarket };

const CREDITED = id("Credited(address,address,uint256)");
const CLAIM_FOR = ["function claimFor(address payee, address currency) returns (uint256)"];
/** Strangers' contracts may log what they like: no more of them are looked at. */
const MOST_PLACES = 64;
const MOST_REQUESTS = 64;

/**
 * Rails and splits of a platform's chain at which an account was ever credited, from the chain's logs alone: for when no node
 * tells them.
 *
 * @throws what the chain's provider throws, LogsRefusedError
 */
export async function findPlaces(
  zone: Zone,
  chains: Chains,
  { chain }: PayingPlatform,
  account: string,
): Promise<string[]> {
  const { startBlock } = zoneChain(zone, chainId(chain));
  const filter = {
    address: [],
    topics: [CREDITED, null, zeroPadValue(account, 32)],
    fromBlock: startBlock,
  };
  const places = new Set<string>();
  const options = { newestFirst: true, maxRequests: MOST_REQUESTS };
  for await (const logs of logPages(chains.provider(chain), filter, options)) {
    for (const log of logs as RawLog[]) places.add(log.address.toLowerCase());
    if (places.size >= MOST_PLACES) break;
  }
  return [...places];
}

/**
 * What waits for an account in a platform's currency, as the chain says. Of the places only the platform's rail and splits of its
 * factory count: a stranger's contract may claim to owe anything.
 *
 * @throws PayoutUnavailableError, PayoutRefusedError
 */
export async function readCredits(
  chains: Chains,
  platform: PayingPlatform,
  account: string,
  places: readonly string[],
): Promise<WaitingCredit[]> {
  const { market } = platform;
  const rail = market.rail.toLowerCase();
  const others = new Set(places.map((one) => one.toLowerCase()).filter((one) => one !== rail));
  const known = [rail, ...[...others].slice(0, MOST_PLACES)];
  const found = await Promise.all(
    known.map((place) => readCredit(chains, platform, address(account), place)),
  );
  return found.filter((one) => one !== undefined);
}

async function readCredit(
  chains: Chains,
  { chain, market }: PayingPlatform,
  account: Address,
  place: string,
): Promise<WaitingCredit | undefined> {
  const provider = chains.provider(chain);
  const where = { chain: chainId(chain), address: address(place), provider };
  const isOurs =
    place === market.rail.toLowerCase() || (await isSplit(where, address(market.splits)));
  if (!isOurs) return undefined;
  const amount = await creditOf(where, account, address(market.yen));
  if (amount === 0n) return undefined;
  const told = { chain, place, currency: market.yen.toLowerCase(), amount: amount.toString() };
  const reason = await whyWaiting(provider, place, account, market.yen);
  return { ...told, key: creditKey(told), reason };
}

/** Tries to pay, without sending anything: the currency itself says why not. */
async function whyWaiting(
  provider: JsonRpcProvider,
  place: string,
  payee: string,
  currency: string,
): Promise<CreditReason> {
  try {
    await new Contract(place, CLAIM_FOR, provider)
      .getFunction("claimFor")
      .staticCall(payee, currency);
    return "payable";
  } catch (error) {
    if (!isCallException(error)) return "unknown";
    return creditReason(describePayoutRevert(error.data ?? "0x").split("(")[0] ?? "");
  }
}
