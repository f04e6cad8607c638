import * as z from "zod/mini";
import { milliseconds } from "./fields.ts";

/** How the node behaves; every value has a default. */
export const tuningSchema = z.strictObject({
  /** How often each chain is looked at. */
  pollIntervalMs: z._default(z.int().check(z.minimum(20), z.maximum(600_000)), 500),
  /** The most blocks asked for at once. */
  maxBlockRange: z._default(z.int().check(z.positive(), z.maximum(100_000)), 2_000),
  /** How long one RPC request may take. */
  rpcTimeoutMs: z._default(milliseconds, 10_000),
  /** How long one request to a peer may take. */
  peerTimeoutMs: z._default(milliseconds, 5_000),
  /** How often peers are asked although nothing is missing. */
  peerIntervalMs: z._default(milliseconds, 5_000),
  /** The most gas of one delivery, as expected. */
  batchGas: z._default(z.int().check(z.positive()), 10_000_000),
  /** How long a delivery may wait for more messages. */
  batchAgeMs: z._default(milliseconds, 0),
  /** How long each next relayer in line waits for those before it. */
  takeoverDelayMs: z._default(milliseconds, 4_000),
  /** When a transaction that was not mined gets a higher fee. */
  bumpAfterMs: z._default(milliseconds, 15_000),
  /** How often the zone manifest is looked at again. */
  manifestIntervalMs: z._default(z.int().check(z.minimum(100), z.maximum(86_400_000)), 30_000),
  /** Requests that one address may make in a minute. */
  requestsPerMinute: z._default(z.int().check(z.positive()), 6_000),
});

/** The behaviour that a node has unless its configuration says otherwise. */
export const DEFAULT_TUNING: z.output<typeof tuningSchema> = Object.freeze(tuningSchema.parse({}));
