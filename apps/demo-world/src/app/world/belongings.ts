import type { ItemLooks } from "../../services/world/read-item.ts";
import { KEPT, keep } from "../../services/world/storage.ts";
import {
  type Belonging,
  isSameToken,
  tokenRefKey,
  withChain,
} from "../../sim/belongings/belonging.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import { notice } from "./notices.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { heavy, inside, platformOf, platformOn, type Visit } from "./visit.ts";

const READ_TIMEOUT = 15_000;
/** What is given back arrives by itself, and should be seen without asking. */
const READ_AGAIN_MS = 5_000;

/** Reads from the chains what belongs to the person; `quietly` says nothing of it on the way. */
export async function readBelongings(visit: Visit, quietly = false): Promise<void> {
  const slugs = Object.keys(visit.stores.place.getState().platforms) as PlatformSlug[];
  await Promise.all(slugs.map((slug) => readOn(visit, slug, quietly)));
}

async function readOn(visit: Visit, slug: PlatformSlug, quietly = false): Promise<void> {
  const { belongings } = visit.stores;
  const tell = (phase: "reading" | "read" | "failed") =>
    belongings.setState(({ reading }) => ({ reading: { ...reading, [slug]: phase } }));
  const { account, zone, chains } = inside(visit);
  const { findBelongings } = await heavy();
  const { chain } = platformOf(visit, slug);
  if (!quietly) tell("reading");
  try {
    const provider = chains.provider(chain);
    const where = { chain, platform: slug };
    const found = await findBelongings(zone, provider, where, account.wallet.address);
    belongings.setState(({ items }) => ({ items: withChain(items, slug, found) }));
    tell("read");
    await Promise.all(found.map((one) => readLooks(visit, one)));
  } catch {
    tell("failed");
  }
}

async function readLooks(visit: Visit, one: Belonging): Promise<void> {
  const { belongings } = visit.stores;
  const known = belongings.getState().items.find(({ token }) => isSameToken(token, one.token));
  if (known?.name !== undefined) return;
  const looks = await looksOf(visit, one.token).catch(() => undefined);
  if (looks === undefined) return;
  belongings.setState(({ items }) => ({
    items: items.map((item) => (isSameToken(item.token, one.token) ? { ...item, ...looks } : item)),
  }));
}

const looks = new Map<string, Promise<ItemLooks>>();

/** A token's name, picture and model; read once. */
export function looksOf(visit: Visit, token: TokenRef) {
  const key = tokenRefKey(token);
  const known = looks.get(key);
  if (known !== undefined) return known;
  const asked = heavy().then(({ readItemLooks }) => {
    const { platforms } = visit.stores.place.getState();
    const stores = Object.values(platforms).map(({ url }) => url);
    const provider = inside(visit).chains.provider(token.chain);
    return readItemLooks(token, provider, stores, AbortSignal.timeout(READ_TIMEOUT));
  });
  looks.set(key, asked);
  asked.catch(() => looks.delete(key));
  return asked;
}

/** What one can do with one's belongings. */
export function belongingActions(visit: Visit) {
  const { belongings } = visit.stores;
  return {
    readBelongings: () => void readBelongings(visit),
    keepBelongings: () => {
      const timer = setInterval(() => void readBelongings(visit, true), READ_AGAIN_MS);
      return () => clearInterval(timer);
    },
    hold: (token: TokenRef | null) => hold(visit, token),
    async takeGift(kind: string) {
      const slug = visit.stores.place.getState().platform;
      if (belongings.getState().asked?.phase === "asking") return;
      belongings.setState({ asked: { kind, phase: "asking" } });
      try {
        const { takeGift } = await heavy();
        const { url } = platformOf(visit, slug);
        const token = await withSession(visit, slug, (session) => takeGift(url, session, kind));
        belongings.setState({ asked: undefined });
        notice(visit, "gift-arrived", "good");
        await readOn(visit, slug);
        hold(visit, token);
      } catch (error) {
        const problem = problemOf(error).code;
        belongings.setState({ asked: { kind, phase: "refused", problem } });
      }
    },
    /** The words of the key, to be written down. Nobody keeps them. */
    async backupWords(): Promise<readonly string[]> {
      const { account } = inside(visit);
      return account.kind === "key" ? (await heavy()).wordsOf(account.wallet) : [];
    },
    async backupFile(passphrase: string, onProgress: (fraction: number) => void): Promise<string> {
      const { account } = inside(visit);
      if (account.kind !== "key") return "";
      return (await heavy()).exportBackup(account.wallet, passphrase, { onProgress });
    },
    confirmBackup() {
      keep(KEPT.backup, inside(visit).account.wallet.address);
      belongings.setState({ isBackedUp: true });
      notice(visit, "backup-made", "good");
    },
  };
}

/** Takes something in hand, or puts it away; others see it. */
export function hold(visit: Visit, token: TokenRef | null): void {
  visit.world.me.held = token;
  visit.stores.belongings.setState({ held: token });
  visit.link?.tell({ t: "hold", token });
  if (token !== null) void prepareToCross(visit, token);
}

/** Allows the gateway to take what is in the hand, so that the gate is quick. It may fail: the gate does it then. */
async function prepareToCross(visit: Visit, token: TokenRef): Promise<void> {
  const { account, chains, zone } = inside(visit);
  const platform = platformOn(visit, token.chain);
  // A person's own wallet is asked at the gate, not when something is taken in hand.
  if (account.kind !== "key" || platform === undefined) return;
  // A token has room for one approval: the market's is not taken away before somebody goes through the gate.
  const { offers } = visit.stores.trade.getState();
  if (offers.some((offer) => isSameToken(offer.token, token))) return;
  const { approveItem, askGas, signerOn } = await heavy();
  try {
    await withSession(visit, platform.slug, (session) => askGas(platform.url, session));
    await approveItem(zone, await signerOn(account, token.chain, chains, zone), token);
  } catch {
    // The gate tries again, and tells what is wrong.
  }
}
