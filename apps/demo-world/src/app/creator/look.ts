import { emptyBook } from "../../services/creator/read-payments.ts";
import { startItemReader } from "../../services/item-reader.ts";
import { repeat } from "../../services/repeat.ts";
import { readAccount } from "../../sim/creator/account.ts";
import type { Item, TokenReference } from "../../sim/item.ts";
import { noCashOut } from "../../stores/creator/cash-out-store.ts";
import { noMoney } from "../../stores/creator/money-store.ts";
import { resumeCashOut } from "./cash-out.ts";
import { type CreatorDesk, heavy, type Look, ready } from "./desk.ts";
import { findPlatforms } from "./platforms.ts";
import { readChains } from "./read-chains.ts";
import { readNode } from "./read-node.ts";

/** Blocks come every second, and royalties land while somebody looks. */
const INTERVAL = 4_000;

/** Looks at the account in the page's address, or at that of the kept key; nobody where there is neither. */
export function lookAtAddress(desk: CreatorDesk): void {
  const { key } = desk.stores.view.getState();
  lookAt(desk, readAccount(location.hash) ?? key?.address.toLowerCase());
}

/** Looks at an account from now on. */
export function lookAt(desk: CreatorDesk, account: string | undefined): void {
  const { view, money, statement, cashOut } = desk.stores;
  if (desk.zone === undefined) {
    view.setState({ account });
    return;
  }
  if (desk.look !== undefined && desk.look.account === account) return;
  desk.look?.end.abort();
  desk.look = undefined;
  view.setState({ account });
  money.setState(noMoney(), true);
  statement.setState({ phase: "idle" }, true);
  cashOut.setState(noCashOut(), true);
  if (account === undefined) return;
  const look = startLook(desk, account);
  desk.look = look;
  resumeCashOut(desk, look);
  void repeat(INTERVAL, look.end.signal, () => readAll(desk, look));
}

/** Reads everything once more, now. */
export async function readAll(desk: CreatorDesk, look: Look): Promise<void> {
  findPlatforms(desk, look);
  await Promise.allSettled([readChains(desk, look), readNode(desk, look)]);
}

function startLook(desk: CreatorDesk, account: string): Look {
  const end = new AbortController();
  const { money } = desk.stores;
  const set = (key: string, item: Item | "loading" | "missing") =>
    money.setState(({ items }) => ({ items: { ...items, [key]: item } }));
  const items = startItemReader(
    {
      read: (token, signal) => readLooks(desk, token, signal),
      onLoading: (key) => set(key, "loading"),
      onItem: (key, item) => set(key, item ?? "missing"),
    },
    end.signal,
  );
  return {
    ...{ account, items, end, book: emptyBook(), sums: [] },
    parts: new Map(),
    places: new Map(),
    isFollowing: false,
  };
}

/** Reads a work's name and picture, from a chain of the zone and its platforms' stores alone. */
async function readLooks(
  desk: CreatorDesk,
  token: TokenReference,
  signal: AbortSignal,
): Promise<Item> {
  const { chains, zone } = ready(desk);
  const isOurs = zone.manifest.chains.some(({ id }) => id === token.chain);
  if (!isOurs) return {};
  const { readItemLooks } = await heavy();
  const stores = [...desk.platforms.values()].map(({ url }) => url);
  const { name, picture } = await readItemLooks(
    token,
    chains.provider(token.chain),
    stores,
    signal,
  );
  return {
    ...(name === undefined ? {} : { name }),
    ...(picture === undefined ? {} : { picture }),
  };
}
