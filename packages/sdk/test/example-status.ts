import type { Bytes32 } from "../src/primitives/index.ts";
import type { TransferStatus } from "../src/transfer/index.ts";

/** A message id for tests. */
export const exampleMessageId = `0x${"11".repeat(32)}` as Bytes32;

/** A transfer that was just sent. */
export const exampleStatus: TransferStatus = {
  messageId: exampleMessageId,
  laneId: `0x${"22".repeat(32)}`,
  sequence: 1,
  kind: "transfer",
  state: "sent",
  originChain: "eip155:31337",
  destinationChain: "eip155:31338",
  homeChain: "eip155:31337",
  homeToken: `0x${"33".repeat(20)}`,
  standard: "erc721",
  assets: [{ id: "1", amount: "1" }],
  signers: [],
  quorum: 3,
  sent: { chain: "eip155:31337", hash: "0x01", block: 1, time: 1 },
};
