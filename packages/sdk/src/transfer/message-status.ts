import type { Message } from "../lane/index.ts";
import type { TransferStatus } from "./status.ts";

/** What a message says of itself, in the fields of a status. */
export function describeMessage(
  message: Message,
): Pick<
  TransferStatus,
  | "kind"
  | "homeChain"
  | "homeToken"
  | "standard"
  | "assets"
  | "sender"
  | "recipient"
  | "refundAccount"
  | "deadline"
  | "refundChain"
  | "returnedId"
> {
  const { kind, homeChain, homeToken, standard } = message;
  const common = { kind, homeChain, homeToken, standard };
  if (message.kind === "collection") return { ...common, assets: [] };
  const assets = message.assets.map(({ id, amount }) => ({ id: `${id}`, amount: `${amount}` }));
  const { refundAccount } = message;
  if (message.kind === "return") {
    const { refundChain, returnedId } = message;
    return { ...common, assets, refundAccount, refundChain, returnedId };
  }
  const { sender, recipient, deadline } = message;
  return { ...common, assets, refundAccount, sender, recipient, deadline };
}
