import type { TransferState, TransferStatus } from "@ryugu/sdk/transfer";
import { GARAN, KEYS, MINATO } from "./zone-fixture.ts";
import { madeId } from "./zone-state.ts";

/** A made-up transfer's particulars. */
export interface MadeTransfer {
  laneId: string;
  sequence: number;
  state: TransferState;
  /** How many validators have signed. */
  signers?: number;
  tokens?: readonly string[];
  /** From Garan to Minato, instead of away from home. */
  back?: boolean;
  /** Unix seconds. */
  time?: number;
  kind?: TransferStatus["kind"];
  parkedReason?: string;
}

const someone = (text: string) => madeId(text).slice(0, 42);

/** A transfer as a node would tell it. */
export function makeTransfer(made: MadeTransfer): TransferStatus {
  const {
    laneId,
    sequence,
    state,
    tokens = [String(sequence)],
    back = false,
    kind = "transfer",
  } = made;
  const time = made.time ?? Math.floor(Date.now() / 1_000) - 3;
  const [origin, destination] = back ? [GARAN, MINATO] : [MINATO, GARAN];
  const ended = state === "delivered" || state === "returned" || state === "parked";
  const signers = made.signers ?? (ended || state === "attested" ? 3 : 0);
  const carries = kind !== "collection";
  return {
    messageId: madeId(`${laneId} ${sequence}`),
    laneId,
    sequence,
    kind,
    state,
    originChain: origin,
    destinationChain: destination,
    homeChain: MINATO,
    homeToken: someone("collection"),
    standard: "erc721",
    assets: carries ? tokens.map((id) => ({ id, amount: "1" })) : [],
    ...(carries
      ? {
          sender: someone("a person"),
          recipient: someone("a person"),
          refundAccount: someone("a person"),
          deadline: time + 86_400,
        }
      : {}),
    signers: KEYS.slice(0, signers).map((key) => key.address),
    quorum: 3,
    sent: {
      chain: origin,
      hash: madeId(`sent ${laneId} ${sequence}`),
      block: 100 + sequence,
      time,
    },
    ...(ended
      ? {
          delivered: {
            chain: destination,
            hash: madeId(`delivered ${laneId} ${sequence}`),
            block: 200 + sequence,
            time: time + 7 + (sequence % 4),
          },
        }
      : {}),
    ...(made.parkedReason === undefined ? {} : { parkedReason: made.parkedReason }),
  };
}
