import type { TransferStatus } from "@ryugu/sdk/transfer";
import { useEffect, useMemo } from "react";
import { carriedToken, type Item, tokenKey } from "../../sim/item.ts";
import { useLocale, useWords, useWorld, useWorldState } from "../world-context.tsx";

/** A transfer's item as the page shows it. */
export interface ShownItem extends Item {
  title: string;
  /** How many more tokens the transfer carries. */
  more: number;
  waiting: boolean;
  seed: string;
}

/** Reads one of a transfer's tokens, the first unless told otherwise, when it is first shown. */
export function useItem(status: TransferStatus, index = 0): ShownItem {
  const words = useWords();
  const locale = useLocale();
  const { actions } = useWorld();
  const { homeChain, homeToken, assets } = status;
  const id = assets[index]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a transfer's tokens never change, its status does
  const token = useMemo(() => carriedToken(status, index), [homeChain, homeToken, id]);
  const key = token === undefined ? "" : tokenKey(token);
  const known = useWorldState("transfers", (state) => state.items[key]);

  useEffect(() => {
    if (token !== undefined) actions.wantItem(token);
  }, [token, actions]);

  const item = known?.phase === "ready" ? known.item : {};
  const nameless =
    token === undefined
      ? words.transfer.kind[status.kind]
      : words.transfer.token(shorten(token.id));
  return {
    ...item,
    title: item.name?.[locale] ?? nameless,
    more: Math.max(assets.length - 1, 0),
    waiting: known?.phase === "loading",
    seed: key === "" ? status.messageId : key,
  };
}

const MAX_DIGITS = 12;

const shorten = (id: string) => (id.length > MAX_DIGITS ? `${id.slice(0, 5)}…${id.slice(-4)}` : id);
