import { decodeMessage } from "../../lane/index.ts";
import { type Address, address, type ChainId } from "../../primitives/index.ts";
import type { ChainLogs, RoyaltySource } from "./chain-logs.ts";

/** Royalties that a router sent, as its chain's gateway told it. */
export interface RoyaltyMessage {
  readonly messageId: string;
  readonly laneId: string;
  readonly sequence: number;
  readonly fromChain: ChainId;
  readonly toChain: ChainId;
  readonly router: Address;
  readonly recipient: Address;
  readonly amount: bigint;
  /** On the chain that it left, and on the one that it goes to. */
  readonly currency: Address;
  readonly homeCurrency: Address;
}

/**
 * The messages by which routers sent royalties, by id. A stranger's contract may say that it sent some: what counts is what the
 * gateway told in the same transaction, of the same sender.
 */
export async function royaltyMessages(
  chains: readonly ChainLogs[],
  { currencyOn }: Pick<RoyaltySource, "currencyOn">,
): Promise<Map<string, RoyaltyMessage>> {
  const found = new Map<string, RoyaltyMessage>();
  for (const { covered, logs } of chains) {
    const sent = new Map(
      logs.flatMap((log) =>
        log.name === "MessageSent"
          ? [[`${log.transaction}/${log.args.messageId}`, log] as const]
          : [],
      ),
    );
    for (const log of logs) {
      if (log.name !== "RoyaltiesForwarded") continue;
      const { messageId, token, amount } = log.args;
      const message = sent.get(`${log.transaction}/${messageId}`);
      if (message === undefined) continue;
      const body = decodeMessage(message.args.message);
      if (body.kind !== "transfer" || body.sender !== log.address) continue;
      const { destinationChain: toChain } = body;
      if (!chains.some((chain) => chain.covered.id === toChain)) continue;
      const { laneId, sequence } = message.args;
      found.set(messageId, {
        ...{ messageId, laneId, sequence: Number(sequence), amount, recipient: body.recipient },
        ...{ fromChain: covered.id, toChain, router: log.address, currency: address(token) },
        homeCurrency: await currencyOn(toChain, body.homeChain, body.homeToken),
      });
    }
  }
  return found;
}
