import { emit, type Here, incoming, outgoing } from "../here.ts";
import { type CarryingMessage, NO_METADATA, type TransferMessage } from "../message/message.ts";
import { append } from "../send/append.ts";
import type { Ending } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { type Address, type ChainId, type Hash, ZERO_ADDRESS } from "../words.ts";
import { carryOut } from "./carry-out.ts";

/** Writes down how a message ended here. */
export function end(here: Here, id: Hash, ending: Ending): void {
  const before = here.chain.endings.get(id) ?? [];
  put(here.journal, here.chain.endings, id, [...before, ending]);
}

/**
 * Whether a message is too late: after its deadline, not in its second. A Return never is, nor is what came from a chain
 * that has been closed since, because nothing can go back there.
 */
export function isLate(
  here: Here,
  origin: ChainId,
  message: CarryingMessage,
): message is TransferMessage {
  if (message.kind === "return") return false;
  return here.now > message.deadline && !incoming(here, origin).closed;
}

/** Who gets back what a message carried: the sender, unless it names another. */
export const refundAccountOf = ({ refundAccount, sender }: TransferMessage): Address =>
  refundAccount === ZERO_ADDRESS ? sender : refundAccount;

/** Ends a message that is late: a Return goes to the chain that it came from, in the same step. */
export function giveBack(here: Here, origin: ChainId, id: Hash, message: TransferMessage): void {
  const returnId = append(here, outgoing(here, origin), {
    kind: "return",
    standard: message.standard,
    reason: "expired",
    homeChain: message.homeChain,
    homeToken: message.homeToken,
    refundChain: message.sourceChain,
    refundAccount: refundAccountOf(message),
    returnedId: id,
    assets: message.assets.map((asset) => ({ ...asset, metadata: NO_METADATA })),
  });
  end(here, id, "returned");
  emit(here, { name: "MessageReturned", id, returnId });
  if (!here.env.rules.returnsInstead) carryOut(here, origin, message);
}
