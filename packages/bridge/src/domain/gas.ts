import { decodeMessage, type Message } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";

/** What deliveries take, roughly and on the high side, in gas. The chain's own estimate decides in the end. */
const GAS = { message: 50_000, asset: 80_000, collection: 300_000 } as const;

/** How much gas a message's delivery is expected to take: for deciding how many go together. */
export function expectedGas(body: Hex): number {
  const message: Message = decodeMessage(body);
  if (message.kind === "collection") return GAS.collection;
  return GAS.message + GAS.asset * message.assets.length;
}
