import { bytes32, chainId } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const text = z.string().check(z.minLength(1), z.maxLength(1_024));
const httpUrl = z
  .string()
  .check(z.maxLength(2_048), z.regex(/^https?:\/\/\S+$/, "expected an http or https URL"));
const milliseconds = z.int().check(z.nonnegative(), z.maximum(3_600_000));
const word = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/, "expected 32 bytes of hex")),
  z.transform((value) => bytes32(value)),
);
const chain = z.pipe(
  z
    .string()
    .check(z.regex(/^eip155:[1-9][0-9]{0,18}$/, "expected a CAIP-2 chain id such as eip155:1")),
  z.transform((value) => chainId(value)),
);

const passphraseSchema = z.union([z.strictObject({ file: text }), z.strictObject({ env: text })], {
  error: "expected { file: … } or { env: … }",
});

const keySchema = z.strictObject({
  /** An encrypted keystore file (Web3 Secret Storage, version 3). */
  keystore: text,
  /** Where its passphrase is read, once, at start: a file, or a variable of the environment. */
  passphrase: passphraseSchema,
});

const chainSchema = z.strictObject({
  id: chain,
  /** This node's own RPC endpoints, best first. */
  rpcUrls: z.array(httpUrl).check(z.minLength(1), z.maxLength(16)),
  /** How many of them must answer alike before something is signed. */
  agreement: z._default(z.int().check(z.positive(), z.maximum(16)), 1),
});

const tuningSchema = z.strictObject({
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
  /** Requests that one address may make in a minute. */
  requestsPerMinute: z._default(z.int().check(z.positive()), 6_000),
});

/** The node's configuration file. Paths are relative to it. */
export const nodeConfigSchema = z.strictObject({
  schema: z.literal("ryugu-node-config/1"),
  /** This partner's name in the zone manifest. */
  partner: text,
  manifest: z.strictObject({
    /** A file, or an http or https URL. Who serves it need not be trusted. */
    source: text,
    /** What the partner knows beforehand; the manifest is believed only if it agrees. */
    zoneId: word,
    genesisSetHash: word,
  }),
  /** The SQLite database file. */
  database: text,
  validator: keySchema,
  /** The account that pays for deliveries. Without it the node does not relay. */
  relayer: z.optional(keySchema),
  chains: z.array(chainSchema).check(z.minLength(1), z.maxLength(256)),
  api: z._default(
    z.strictObject({
      host: z._default(text, "127.0.0.1"),
      port: z._default(z.int().check(z.nonnegative(), z.maximum(65_535)), 4_100),
    }),
    { host: "127.0.0.1", port: 4_100 },
  ),
  /** Where peers answer, for those whose address here is not the manifest's. */
  peers: z._default(
    z.array(z.strictObject({ partner: text, url: httpUrl })).check(z.maxLength(256)),
    [],
  ),
  log: z._default(
    z.strictObject({ level: z._default(z.enum(["debug", "info", "warn", "error"]), "info") }),
    { level: "info" },
  ),
  tuning: z._default(tuningSchema, () => tuningSchema.parse({})),
});

/** The configuration as it is written: defaults may be left out. */
export type NodeConfigInput = z.input<typeof nodeConfigSchema>;
/** The configuration as the node holds it: complete, checked, readonly. */
export type NodeConfig = z.output<typeof nodeConfigSchema>;
/** The behaviour that a node has unless its configuration says otherwise. */
export const DEFAULT_TUNING: z.output<typeof tuningSchema> = Object.freeze(tuningSchema.parse({}));
