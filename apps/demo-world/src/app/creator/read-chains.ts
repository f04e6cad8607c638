import type { WaitingCredit } from "../../sim/creator/credit.ts";
import type { Purse } from "../../stores/creator/money-store.ts";
import { type CreatorDesk, heavy, type Look, type Paying, payingPlatforms, ready } from "./desk.ts";

/** Logs are searched again after this, in milliseconds, while no node tells where credits are. */
const SEARCH_AGAIN = 60_000;

/** Reads balances and credits from each platform's chain. A chain that is silent keeps what it said before. */
export async function readChains(desk: CreatorDesk, look: Look): Promise<void> {
  await Promise.all(payingPlatforms(desk).map((platform) => readChain(desk, look, platform)));
}

async function readChain(desk: CreatorDesk, look: Look, platform: Paying): Promise<void> {
  const { chains } = ready(desk);
  const { chain } = platform;
  try {
    const { yenOf, readCredits } = await heavy();
    const places = await placesOf(desk, look, platform);
    const [yen, credits] = await Promise.all([
      yenOf(chains, platform, look.account),
      readCredits(chains, platform, look.account, places),
    ]);
    if (look.end.signal.aborted) return;
    setPurse(desk, chain, { yen: yen.toString(), isSilent: false });
    setCredits(desk, chain, credits);
  } catch {
    if (!look.end.signal.aborted) setPurse(desk, chain, { isSilent: true });
  }
}

/** Where credits may wait: by a node's word, or by the chain's own logs. What waits there the chain says. */
async function placesOf(desk: CreatorDesk, look: Look, platform: Paying): Promise<string[]> {
  const { chain } = platform;
  const told = look.sums
    .filter((sum) => sum.chain === chain && sum.claimable !== "0")
    .map(({ source }) => source);
  const { zone, chains } = ready(desk);
  const known = look.places.get(chain);
  const isDue = known === undefined || Date.now() - known.at > SEARCH_AGAIN;
  if (desk.stores.money.getState().nodePhase !== "none" || !isDue) {
    return [...told, ...(known?.found ?? [])];
  }
  const { findPlaces } = await heavy();
  const found = await findPlaces(zone, chains, platform, look.account);
  look.places.set(chain, { at: Date.now(), found });
  return [...told, ...found];
}

function setPurse({ stores }: CreatorDesk, chain: string, change: Partial<Purse>): void {
  stores.money.setState(({ purses }) => ({
    purses: purses.map((purse) => (purse.chain === chain ? { ...purse, ...change } : purse)),
  }));
}

function setCredits(
  { stores }: CreatorDesk,
  chain: string,
  credits: readonly WaitingCredit[],
): void {
  stores.money.setState((state) => ({
    credits: [...state.credits.filter((one) => one.chain !== chain), ...credits].sort((a, b) =>
      a.key.localeCompare(b.key),
    ),
  }));
}
