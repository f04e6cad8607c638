import { gatewayAbi } from "@ryugu/contracts";
import { Contract } from "ethers";
import { decodeMessage, STANDARDS } from "../../lane/index.ts";
import {
  type Address,
  address,
  type ChainId,
  chainNumber,
  ZERO_ADDRESS,
} from "../../primitives/index.ts";
import type { FactChain } from "./fact-chain.ts";
import type { ChainRecord } from "./read-chain.ts";

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
  records: readonly ChainRecord[],
): Promise<Map<string, RoyaltyMessage>> {
  const found = new Map<string, RoyaltyMessage>();
  for (const { chain, logs } of records) {
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
      const there = records.find((record) => record.chain.id === body.destinationChain);
      if (there === undefined) continue;
      const { laneId, sequence } = message.args;
      found.set(messageId, {
        ...{ messageId, laneId, sequence: Number(sequence), amount, recipient: body.recipient },
        ...{ fromChain: chain.id, toChain: body.destinationChain, router: log.address },
        currency: address(token),
        homeCurrency: await tokenOn(there.chain, body.homeChain, body.homeToken),
      });
    }
  }
  return found;
}

/** A token as it stands on a chain: itself at home, what stands for it elsewhere. */
async function tokenOn(
  { id, gateway = ZERO_ADDRESS, provider }: FactChain,
  homeChain: ChainId,
  homeToken: Address,
): Promise<Address> {
  if (id === homeChain) return homeToken;
  const ask = new Contract(gateway, gatewayAbi, provider).getFunction("representationOf");
  return address(await ask(chainNumber(homeChain), homeToken, STANDARDS.erc20));
}
