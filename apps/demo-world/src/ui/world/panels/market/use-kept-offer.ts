import { useState } from "react";
import type { Offer } from "../../../../sim/market/offer.ts";
import { useVisitState } from "../../visit-context.tsx";

/** An offer of the board, also after it has left the board: whoever buys it goes on looking at it. */
export function useKeptOffer(id: string): Offer | undefined {
  const found = useVisitState("trade", ({ offers }) => offers.find((one) => one.id === id));
  const isSelling = useVisitState("market", ({ sales }) => {
    const phase = sales[id]?.phase;
    return phase === "buying" || phase === "landing" || phase === "sold";
  });
  const [kept, setKept] = useState(found);
  if (found !== undefined && found !== kept) setKept(found);
  return found ?? (isSelling ? kept : undefined);
}
