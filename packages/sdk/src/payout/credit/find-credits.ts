import { type JsonRpcApiProvider, zeroPadValue } from "ethers";
import {
  type Address,
  address,
  type ChainId,
  isSameAddress,
  readLogs,
} from "../../primitives/index.ts";
import { askProvider } from "../chain-call.ts";
import { eventsOf, foundLogs } from "../event-log.ts";
import { creditOf } from "./claim-credit.ts";
import { CREDITS } from "./credit-abi.ts";

/** What waits for an account at one place, in one currency. */
export interface Credit {
  /** The split or rail. */
  readonly place: Address;
  readonly currency: Address;
  /** In the currency's units; more than zero. */
  readonly amount: bigint;
}

/** Where credits are looked for. */
export interface CreditSearch {
  readonly chain: ChainId;
  readonly provider: JsonRpcApiProvider;
  /** Splits and rails. */
  readonly places: readonly Address[];
  /**
   * The only currencies that count. Where left out, those in which the places ever credited the account, by their logs: a stranger
   * can have somebody credited in worthless ones.
   */
  readonly currencies?: readonly Address[];
  /** The first block that is searched; 0 by default. Not needed where currencies are given. */
  readonly fromBlock?: number;
}

/** So many places are asked about in one request. */
const PLACES_AT_ONCE = 100;
/** So many questions are open at once. */
const QUESTIONS_AT_ONCE = 16;

/**
 * All that is credited to an account now over several splits and rails of a chain. It needs no index and no server: nothing but
 * the chain is asked.
 *
 * @throws PayoutUnavailableError, PayoutRefusedError where a place is neither, LogsRefusedError
 */
export async function findCredits(payee: Address, search: CreditSearch): Promise<Credit[]> {
  const places = [...new Set(search.places)];
  const pairs =
    search.currencies === undefined
      ? await creditedPairs(payee, places, search)
      : places.flatMap((place) =>
          (search.currencies ?? []).map((currency) => ({ place, currency })),
        );
  const found: Credit[] = [];
  for (let i = 0; i < pairs.length; i += QUESTIONS_AT_ONCE) {
    const asked = pairs.slice(i, i + QUESTIONS_AT_ONCE).map(async ({ place, currency }) => {
      const location = { ...search, address: place };
      return { place, currency, amount: await creditOf(location, payee, currency) };
    });
    found.push(...(await Promise.all(asked)));
  }
  return found.filter(({ amount }) => amount > 0n);
}

async function creditedPairs(
  payee: Address,
  places: readonly Address[],
  { provider, fromBlock = 0 }: CreditSearch,
): Promise<{ place: Address; currency: Address }[]> {
  const topics = [CREDITS.getEvent("Credited")?.topicHash ?? null, null, zeroPadValue(payee, 32)];
  const pairs = new Map<string, { place: Address; currency: Address }>();
  for (let i = 0; i < places.length; i += PLACES_AT_ONCE) {
    const asked = places.slice(i, i + PLACES_AT_ONCE);
    const filter = { address: asked, topics, fromBlock };
    const logs = foundLogs(await askProvider(readLogs(provider, filter)));
    for (const log of logs) {
      const place = asked.find((each) => isSameAddress(each, log.address));
      const [credited] = place === undefined ? [] : eventsOf(place, CREDITS, [log]);
      if (place === undefined || credited === undefined) continue;
      const currency = address(credited.event.args.currency);
      pairs.set(`${place} ${currency}`, { place, currency });
    }
  }
  return [...pairs.values()];
}
