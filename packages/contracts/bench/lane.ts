import { concat, type HDNodeWallet, Interface, keccak256, type TransactionReceipt } from "ethers";
import { creatorCollectionAbi, gatewayAbi } from "../abi/index.ts";
import { GENESIS_TIME, type LocalChain } from "./anvil.ts";
import { account, checkpointSignatures, laneId, sentMessages, transact } from "./zone.ts";

const gatewayInterface = new Interface(gatewayAbi);
const tokenInterface = new Interface(creatorCollectionAbi);

/** One way between two chains: sends on one side, delivers on the other, and knows what is in flight. */
export interface Lane {
  send(owner: HDNodeWallet, token: string, ids: number[], to: string): Promise<TransactionReceipt>;
  /** Delivers everything that was sent and not delivered yet, in one call. */
  deliver(): Promise<TransactionReceipt>;
  /** Takes one of those out of order, under a checkpoint at their end: the hashes of all after it are needed. */
  claim(place: number): Promise<TransactionReceipt>;
}

export function laneFrom(origin: LocalChain, destination: LocalChain, gateway: string): Lane {
  const id = laneId(origin, destination, gateway);
  const approved = new Set<string>();
  let head = id;
  let delivered = 0;
  let pending: string[] = [];

  const headAfter = (count: number) =>
    pending
      .slice(0, count)
      .reduce((h, message) => keccak256(concat([h, keccak256(message)])), head);

  return {
    async send(owner, token, ids, recipient) {
      if (!approved.has(owner.address + token)) {
        approved.add(owner.address + token);
        const approve = tokenInterface.encodeFunctionData("setApprovalForAll", [gateway, true]);
        await transact(origin, owner, token, approve);
      }
      const request = {
        destinationChainId: destination.id,
        token,
        ids,
        amounts: [],
        recipient,
        refundAccount: owner.address,
        deadline: GENESIS_TIME + 700_000,
        ref: "0x",
      };
      const data = gatewayInterface.encodeFunctionData("send", [request]);
      const receipt = await transact(origin, owner, gateway, data);
      pending.push(...sentMessages(receipt));
      return receipt;
    },

    async deliver() {
      head = headAfter(pending.length);
      const sequence = delivered + pending.length;
      const data = gatewayInterface.encodeFunctionData("deliver", [
        id,
        delivered + 1,
        pending,
        [],
        checkpointSignatures(id, sequence, head),
      ]);
      const receipt = await transact(destination, account(1), gateway, data, 15_000_000);
      assertNothingParked(receipt);
      delivered = sequence;
      pending = [];
      return receipt;
    },

    async claim(place) {
      const sequence = delivered + pending.length;
      const data = gatewayInterface.encodeFunctionData("claim", [
        id,
        sequence,
        headAfter(place),
        pending[place],
        pending.slice(place + 1).map((message) => keccak256(message)),
        checkpointSignatures(id, sequence, headAfter(pending.length)),
      ]);
      return transact(destination, account(1), gateway, data, 15_000_000);
    },
  };
}

function assertNothingParked(receipt: TransactionReceipt): void {
  for (const log of receipt.logs) {
    if (gatewayInterface.parseLog(log)?.name === "MessageParked") {
      throw new Error("a message parked: its gas says nothing");
    }
  }
}
