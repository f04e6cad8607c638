import type { OutsideAction } from "./actions.ts";
import { askReceiver } from "./asset/cross.ts";
import { mint, move, transferHomeToken } from "./asset/holdings.ts";
import { emit, type Here, isHome, outgoing, standardOf } from "./here.ts";
import { ensure, Refusal } from "./refusal.ts";
import { append } from "./send/append.ts";
import { put } from "./state/journal.ts";
import { assetKey, type Collection } from "./words.ts";

/** What issuers, holders and captured chains do. */
export function happenOutside(here: Here, action: OutsideAction): void {
  const { chain, journal } = here;
  switch (action.type) {
    case "create-token":
      put(journal, chain.tokens, action.token, { ...action.as, uris: new Map(action.as.uris) });
      return;
    case "mint": {
      const collection = { homeChain: chain.id, homeToken: action.token };
      mint(here, collection, standardOf(here, collection), action.asset, action.to);
      emit(here, { name: "TokenMoved", from: "nobody", to: action.to });
      return;
    }
    case "hand-over":
      handOver(here, action);
      return;
    case "set-uri": {
      const token = chain.tokens.get(action.token);
      if (token === undefined) throw new Refusal("TokenUnknown", action.token);
      put(journal, token.uris, action.id, action.uri);
      return;
    }
    case "forge":
      append(here, outgoing(here, action.destination), action.message);
  }
}

function handOver(here: Here, action: Extract<OutsideAction, { type: "hand-over" }>): void {
  const { collection, asset, from, to } = action;
  const standard = standardOf(here, collection);
  const intoVault = to.startsWith("vault");
  if (isHome(here, collection)) {
    const arrived = transferHomeToken(here, collection, asset, from, to);
    if (intoVault) stray(here, collection, asset.id, to, arrived);
  } else move(here, collection, asset, from, to);
  // A vault's hooks refuse what it did not ask for; an ERC-20 has no hooks.
  ensure(!intoVault || (standard === "erc20" && isHome(here, collection)), "RecipientRefuses", to);
  if (standard === "erc1155") askReceiver(here, to);
  emit(here, { name: "TokenMoved", from, to });
}

function stray(here: Here, collection: Collection, id: bigint, vault: string, amount: bigint) {
  const key = `${assetKey(collection, id)} ${vault}`;
  const before = here.chain.strays.get(key) ?? 0n;
  put(here.journal, here.chain.strays, key, before + amount);
}
