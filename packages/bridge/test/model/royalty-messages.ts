import { encodeMessage, headsAfter } from "@ryugu/sdk/lane";
import { type Address, type Bytes32, bytesToHex, type Hex } from "@ryugu/sdk/primitives";
import type { LaneTip } from "../../src/domain/lane.ts";
import { extendLane, type LaneMessage } from "../../src/domain/lane-log.ts";
import { AWAY, accountOf, at, HOME, hashOf } from "./messages.ts";

export const YEN = { chain: HOME, token: accountOf("yen") };
export const WORKS = accountOf("works");
export const SPLIT = accountOf("split");

/** What home says of a collection whose royalties go to somebody. */
export function collectionBody(receiver: Address, royaltyBps = 500, homeToken = WORKS): Hex {
  const none = new Uint8Array();
  return bytesToHex(
    encodeMessage({
      kind: "collection",
      standard: "erc721",
      class: "nft",
      homeChain: HOME,
      homeToken,
      record: 1,
      royaltyReceiver: receiver,
      royaltyBps,
      decimals: 0,
      name: none,
      symbol: none,
      prefix: none,
      suffix: none,
      contractUri: none,
      refreshes: [],
    }),
  );
}

/** What a router sends home. */
export function royaltyBody(router: Address, amount: bigint, recipient: Address = SPLIT): Hex {
  return bytesToHex(
    encodeMessage({
      kind: "transfer",
      standard: "erc20",
      deadline: 2_000_000_000,
      homeChain: YEN.chain,
      homeToken: YEN.token,
      sourceChain: AWAY,
      sender: router,
      refundAccount: router,
      destinationChain: HOME,
      recipient,
      reference: "0x",
      assets: [{ id: 0n, amount, metadata: { form: "none" } }],
    }),
  );
}

/** These bodies as honest messages that continue a lane, all in one block. */
export function messagesOf(
  laneId: Bytes32,
  tip: LaneTip,
  bodies: readonly Hex[],
  block: number,
): LaneMessage[] {
  const heads = headsAfter(tip.head, bodies.map(hashOf));
  return extendLane(
    tip,
    bodies.map((body, i) => ({
      type: "sent",
      laneId,
      sequence: tip.count + i + 1,
      messageId: heads[i] ?? laneId,
      body,
      at: at(block, i),
    })),
  );
}
