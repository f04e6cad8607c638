import { encodeMessage, hashMessage } from "@ryugu/sdk/lane";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  bytesToHex,
  chainId,
  type Hex,
} from "@ryugu/sdk/primitives";
import { keccak256, toUtf8Bytes } from "ethers";
import type { LogPosition } from "../../src/domain/position.ts";

/** Any 32 bytes, by name. */
export const word = (name: string): Bytes32 => bytes32(keccak256(toUtf8Bytes(name)));
/** Any account, by name. */
export const accountOf = (name: string): Address => address(`0x${word(name).slice(2, 42)}`);

export const HOME = chainId(1);
export const AWAY = chainId(2);
export const TOKEN = accountOf("token");

/** A transfer of one token of the home chain. */
export function transferBody(id: bigint, sender = accountOf("sender")): Hex {
  return bytesToHex(
    encodeMessage({
      kind: "transfer",
      standard: "erc721",
      deadline: 2_000_000_000,
      homeChain: HOME,
      homeToken: TOKEN,
      sourceChain: HOME,
      sender,
      refundAccount: sender,
      destinationChain: AWAY,
      recipient: accountOf("recipient"),
      reference: "0x",
      assets: [{ id, amount: 1n, metadata: { form: "decimal", record: 1 } }],
    }),
  );
}

export const hashOf = (body: Hex): Bytes32 => hashMessage(body);

/** A position in a block. */
export function at(block: number, logIndex = 0, fork = ""): LogPosition {
  return {
    block,
    blockHash: word(`block ${block}${fork}`),
    time: 1_700_000_000 + block,
    transaction: word(`tx ${block}/${logIndex}${fork}`),
    logIndex,
  };
}
