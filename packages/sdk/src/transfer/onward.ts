import type { CarriedAsset, Message } from "../lane/index.ts";
import type { ChainId } from "../primitives/index.ts";

/** Whether a message that was carried out on a chain sent another one on: only home does that. */
export function passesThrough(message: Message, chain: ChainId): boolean {
  if (message.kind === "forward") return true;
  return message.kind === "return" && message.refundChain !== chain;
}

/**
 * Whether a message is the one in which home sent on what another had brought. Two messages of one transaction that say
 * the same are told apart by their order.
 */
export function isSentOn(before: Message, after: Message): boolean {
  if (before.kind === "return")
    return after.kind === "return" && after.returnedId === before.returnedId;
  if (before.kind !== "forward" || after.kind !== "transfer") return false;
  return (
    before.standard === after.standard &&
    before.deadline === after.deadline &&
    before.homeChain === after.homeChain &&
    before.homeToken === after.homeToken &&
    before.sourceChain === after.sourceChain &&
    before.sender === after.sender &&
    before.refundAccount === after.refundAccount &&
    before.destinationChain === after.destinationChain &&
    before.recipient === after.recipient &&
    before.reference === after.reference &&
    amounts(before.assets) === amounts(after.assets)
  );
}

const amounts = (assets: readonly CarriedAsset[]) =>
  assets.map(({ id, amount }) => `${id}/${amount}`).join();
