import type { TransferState, TransferStatus } from "@ryugu/sdk/transfer";

/** Which transfers an endpoint is told about; what is left out does not matter. */
export interface WebhookFilter {
  sender?: string | undefined;
  recipient?: string | undefined;
  /** A collection's address at home. */
  token?: string | undefined;
  /** A chain that the message leaves or goes to. */
  chain?: string | undefined;
  states?: readonly TransferState[] | undefined;
}

/** Whether an endpoint wants to hear of a transfer as it stands. */
export function isWanted(filter: WebhookFilter, status: TransferStatus): boolean {
  const { sender, recipient, token, chain, states } = filter;
  return (
    isSame(sender, status.sender) &&
    isSame(recipient, status.recipient) &&
    isSame(token, status.homeToken) &&
    (chain === undefined || chain === status.originChain || chain === status.destinationChain) &&
    (states === undefined || states.includes(status.state))
  );
}

function isSame(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase();
}
