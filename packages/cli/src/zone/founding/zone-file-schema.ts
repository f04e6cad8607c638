import { address, chainId } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const DAY = 86_400;

const label = z.string().check(z.minLength(1), z.maxLength(128));
const httpUrl = z
  .string()
  .check(z.maxLength(2_048), z.regex(/^https?:\/\/\S+$/, "expected an http or https URL"));
const chain = z.pipe(
  z
    .string()
    .check(z.regex(/^eip155:[1-9][0-9]{0,18}$/, "expected a CAIP-2 chain id such as eip155:1")),
  z.transform((value) => chainId(value)),
);
const account = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/, "expected an address: 20 bytes of 0x hex")),
  z.transform((value, context) => {
    try {
      return address(value);
    } catch {
      context.issues.push({
        code: "custom",
        message: "the checksum of the address is wrong",
        input: value,
      });
      return z.NEVER;
    }
  }),
);
const seconds = (most: number) => z.int().check(z.positive(), z.maximum(most));

/** What is fixed at deployment, in seconds. What is left out is what a zone with real assets should have. */
const settingsSchema = z.strictObject({
  minDeadline: z._default(seconds(30 * DAY), DAY),
  maxDeadline: z._default(seconds(30 * DAY), 30 * DAY),
  defaultDeadline: z._default(seconds(30 * DAY), 7 * DAY),
  policyNotice: z._default(seconds(365 * DAY), 7 * DAY),
  reanchorNotice: z._default(seconds(365 * DAY), 3 * DAY),
  windDownNotice: z._default(seconds(365 * DAY), 7 * DAY),
});

const chainSchema = z.strictObject({
  id: chain,
  name: label,
  /** Asked in turn: the next one where one does not answer. */
  rpcUrls: z.array(httpUrl).check(z.minLength(1), z.maxLength(16)),
  /** How its blocks become final, for the manifest. */
  finality: z._default(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("tag") }),
      z.strictObject({ kind: z.literal("depth"), depth: z.int().check(z.positive()) }),
      z.strictObject({ kind: z.literal("instant") }),
    ]),
    { kind: "tag" },
  ),
});

/** A zone as its founders write it down, once; chains and partners may be added later. */
export const zoneFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal("ryugu-zone-file/1"),
  /** The zone's name, from which its id follows. */
  name: z.string().check(z.minLength(3), z.maxLength(63)),
  /** The first validators. Every address commits to them: they stay here whatever rotations follow. */
  genesis: z.strictObject({
    /** In any order, each once. */
    validators: z.array(account).check(z.minLength(1), z.maxLength(256)),
    quorum: z.int().check(z.positive()),
  }),
  settings: z._default(settingsSchema, () => settingsSchema.parse({})),
  chains: z.array(chainSchema).check(
    z.minLength(1),
    z.maxLength(65),
    z.refine((chains) => new Set(chains.map(({ id }) => id)).size === chains.length, {
      error: "a chain is named twice",
    }),
  ),
  /** Pairs of chains with lanes between them, both ways; every pair where left out. */
  lanes: z.optional(z.array(z.tuple([chain, chain])).check(z.maxLength(4_096))),
  /** Who the manifest names, as they are now; their validators are the current set. */
  partners: z.optional(
    z
      .array(z.strictObject({ name: label, validator: account, nodeUrl: httpUrl }))
      .check(z.minLength(1), z.maxLength(256)),
  ),
});

/** A zone file as it is read: complete and checked. */
export type ZoneFile = z.output<typeof zoneFileSchema>;
/** One of its chains. */
export type ZoneFileChain = ZoneFile["chains"][number];

/** The zone file's JSON Schema (2020-12), made of the schema that validates. */
export function zoneFileJsonSchema(): object {
  const schema = z.toJSONSchema(zoneFileSchema, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "A zone as its founders write it down, for `ryugu zone deploy`" };
}
