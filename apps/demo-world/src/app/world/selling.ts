import { tokenRefKey } from "../../sim/belongings/belonging.ts";
import type { PlatformMarket } from "../../sim/protocol/platform.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import type { Selling } from "../../stores/world/trade-store.ts";
import { NotInsideError } from "./errors.ts";
import { notice } from "./notices.ts";
import { freshPlatform } from "./platform-news.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { hideOffer, readLooks, readOffers } from "./trade.ts";
import { heavy, inside, platformOn, type Visit } from "./visit.ts";

/** What one can do as a seller. */
export function sellingActions(visit: Visit) {
  const { trade } = visit.stores;
  return {
    readOffers: (quietly?: boolean) => void readOffers(visit, quietly),
    readOfferLooks: (ids: readonly string[]) =>
      void readLooks(
        visit,
        trade.getState().offers.filter(({ id }) => ids.includes(id)),
      ),
    previewSale: (token: TokenRef, price: bigint | undefined) =>
      void previewSale(visit, token, price),
    sell: (token: TokenRef) => void sell(visit, token),
    takeBack: (id: string) => void takeBack(visit, id),
  };
}

function setSelling({ stores }: Visit, token: TokenRef, change: Partial<Selling>): void {
  const key = tokenRefKey(token);
  stores.trade.setState(({ selling }) => ({
    selling: {
      ...(selling?.token === key ? selling : { token: key, phase: "asking" }),
      ...change,
    },
  }));
}

/** The market of the chain that a token is on. Throws NotInsideError where there is none. */
function sellingOn(visit: Visit, chain: string) {
  const platform = platformOn(visit, chain);
  const market: PlatformMarket | undefined = platform?.market;
  if (platform !== undefined && market !== undefined) return { ...platform, market };
  throw new NotInsideError("Nothing is sold on this chain.", { details: [chain] });
}

/** Looks up who would get what at a price. The last price that was asked for is the one that is shown. */
async function previewSale(visit: Visit, token: TokenRef, price: bigint | undefined) {
  const { trade } = visit.stores;
  const { selling } = trade.getState();
  const isBusy = selling !== undefined && !["asking", "failed", "offered"].includes(selling.phase);
  if (isBusy) return;
  setSelling(visit, token, {
    phase: "asking",
    price: price?.toString(),
    ...{ preview: undefined, order: undefined, problem: undefined },
  });
  if (price === undefined) return;
  const isAsked = () =>
    trade.getState().selling?.token === tokenRefKey(token) &&
    trade.getState().selling?.price === price.toString();
  try {
    const { shares, isFirst } = await look(visit, token, price);
    if (isAsked()) setSelling(visit, token, { preview: { shares, isFirst } });
  } catch (error) {
    if (isAsked()) setSelling(visit, token, { problem: problemOf(error).code });
  }
}

async function look(visit: Visit, token: TokenRef, price: bigint) {
  const { previewSale: ask } = await heavy();
  const { account, chains, zone } = inside(visit);
  const seller = account.wallet.address;
  const { startBlock = 0 } = zone.manifest.chains.find(({ id }) => id === token.chain) ?? {};
  const wish = { token, price, seller, startBlock };
  return await ask(chains, sellingOn(visit, token.chain), wish);
}

/** Asks for gas, lets the market move the token, signs the order, puts it on the board. Goes on where it stopped. */
async function sell(visit: Visit, token: TokenRef): Promise<void> {
  const { selling } = visit.stores.trade.getState();
  const isReady = selling?.phase === "asking" || selling?.phase === "failed";
  if (selling?.token !== tokenRefKey(token) || selling.price === undefined || !isReady) return;
  const price = BigInt(selling.price);
  try {
    const platform = sellingOn(visit, token.chain);
    const { askGas, offerToken, postOrder, signerOn } = await heavy();
    const { account, chains, zone } = inside(visit);
    let { order } = selling;
    if (order === undefined) {
      setSelling(visit, token, { phase: "gas", problem: undefined });
      await withSession(visit, platform.slug, (session) => askGas(platform.url, session));
      const { payee } = await look(visit, token, price);
      setSelling(visit, token, { phase: "signing" });
      const signer = await signerOn(account, token.chain, chains, zone);
      order = await offerToken(chains, platform, signer, { token, price, payee });
    }
    setSelling(visit, token, { phase: "posting", order, problem: undefined });
    const signed = order;
    await withSession(visit, platform.slug, (session) => postOrder(platform.url, session, signed));
    setSelling(visit, token, { phase: "offered" });
    notice(visit, "offered", "good");
    await readOffers(visit, true);
    await freshPlatform(visit, platform.slug);
  } catch (error) {
    setSelling(visit, token, { phase: "failed", problem: problemOf(error).code });
  }
}

/** Takes an offer of one's own back. The chain knows first, then the board. */
async function takeBack(visit: Visit, id: string): Promise<void> {
  const { trade } = visit.stores;
  const { offers, takingBack } = trade.getState();
  const offer = offers.find((one) => one.id === id);
  const isBusy = takingBack !== undefined && takingBack.problem === undefined;
  if (offer === undefined || isBusy) return;
  trade.setState({ takingBack: { id } });
  try {
    const platform = sellingOn(visit, offer.token.chain);
    const { askGas, signerOn, takeBack: cancel } = await heavy();
    const { account, chains, zone } = inside(visit);
    await withSession(visit, platform.slug, (session) => askGas(platform.url, session));
    const signer = await signerOn(account, offer.token.chain, chains, zone);
    await cancel(chains, platform, signer, offer.told);
    hideOffer(visit, id);
    trade.setState({ takingBack: undefined, selling: undefined });
    notice(visit, "taken-back", "good");
    await freshPlatform(visit, platform.slug);
  } catch (error) {
    trade.setState({ takingBack: { id, problem: problemOf(error).code } });
  }
}
