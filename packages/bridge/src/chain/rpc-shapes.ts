import { type Bytes32, bytes32, type Hex, hex } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

/** Turns a JSON-RPC quantity (`0x…`) into a number that fits 53 bits. */
export const quantity = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{1,13}$/)),
  z.transform((value) => Number.parseInt(value.slice(2), 16)),
);

/** A JSON-RPC quantity of any size. */
export const bigQuantity = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{1,64}$/)),
  z.transform((value) => BigInt(value)),
);

/** A 32-byte hash. */
export const hash = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
  z.transform((value): Bytes32 => bytes32(value)),
);

/** Bytes of any length. */
export const bytes = z.pipe(
  z.string().check(z.regex(/^0x(?:[0-9a-fA-F]{2})*$/)),
  z.transform((value): Hex => hex(value)),
);

/** What is needed of a block's header. */
export const rpcBlock = z.nullable(
  z.object({ number: quantity, hash, timestamp: quantity, baseFeePerGas: z.optional(bigQuantity) }),
);

/** What is needed of a log. `blockTimestamp` is sent by newer nodes only. */
export const rpcLogs = z.array(
  z.object({
    address: bytes,
    topics: z.array(hash).check(z.maxLength(4)),
    data: bytes,
    blockNumber: quantity,
    blockHash: hash,
    transactionHash: hash,
    logIndex: quantity,
    blockTimestamp: z.optional(quantity),
  }),
);

/** What is needed of a receipt. */
export const rpcReceipt = z.nullable(
  z.object({
    blockNumber: quantity,
    blockHash: hash,
    gasUsed: bigQuantity,
    effectiveGasPrice: z.optional(bigQuantity),
    status: z.optional(quantity),
  }),
);

/** A log as a provider sends it, checked. */
export type RpcLog = z.output<typeof rpcLogs>[number];
