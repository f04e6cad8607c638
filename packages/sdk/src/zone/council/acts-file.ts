import * as z from "zod/mini";
import { councilActDigest, type GatewayReference } from "../../lane/index.ts";
import {
  type Address,
  type Bytes32,
  bytes32,
  chainId,
  hex,
  parseJson,
  parseShape,
} from "../../primitives/index.ts";
import { ACT_NAMES, readAct } from "./acts.ts";
import { CouncilActError } from "./errors.ts";
import { signersOf } from "./signers.ts";

/** No file of the council's is longer, in characters. */
const MAX_LENGTH = 10_000_000;

const hash = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
  z.transform((value) => bytes32(value)),
);
const signature = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{128}$/)),
  z.transform((value) => hex(value, 64)),
);

const actSchema = z.strictObject({
  /** The chain whose gateway carries it out. */
  chain: z.pipe(
    z.string().check(z.regex(/^eip155:[1-9][0-9]{0,18}$/)),
    z.transform((value) => chainId(value)),
  ),
  /** The gateway's council nonce that it uses. */
  nonce: z.int().check(z.nonnegative()),
  act: z.enum(ACT_NAMES),
  values: z.record(z.string(), z.string()),
  /** Compact, 64 bytes (EIP-2098). */
  signatures: z.array(signature).check(z.maxLength(256)),
});

const fileSchema = z.strictObject({
  schema: z.literal("ryugu-council-acts/1"),
  zoneId: hash,
  acts: z.array(actSchema).check(z.minLength(1), z.maxLength(8_192)),
});

/** Acts of the council on their way around the validators. */
export type ActsFile = z.output<typeof fileSchema>;
/** One of them. */
export type ProposedAct = ActsFile["acts"][number];

/**
 * Reads acts, each with all of its fields, of the zone that the reader knows.
 *
 * @throws InvalidJsonError, InvalidShapeError, CouncilActError
 */
export function readActsFile(text: string, zoneId: Bytes32): ActsFile {
  const file = parseShape(fileSchema, parseJson(text, MAX_LENGTH), "The acts file");
  if (file.zoneId !== zoneId) {
    throw new CouncilActError("The acts are of another zone.", {
      details: [`Expected: ${zoneId}`, `Received: ${file.zoneId}`],
    });
  }
  for (const { act, values } of file.acts) readAct(act, values);
  return file;
}

/** Puts several copies of acts together: each act once, with everybody's signatures. */
export function mergeActs(files: readonly ActsFile[]): ProposedAct[] {
  const all = new Map<string, ProposedAct>();
  for (const each of files.flatMap(({ acts }) => acts)) {
    const { chain, nonce, act, values } = each;
    const key = JSON.stringify([chain, nonce, act, Object.entries(values).sort()]);
    const signatures = [...(all.get(key)?.signatures ?? []), ...each.signatures];
    all.set(key, { ...each, signatures: [...new Set(signatures)] });
  }
  return [...all.values()];
}

/** Who has signed an act, each once, with their signatures. One that recovers to nobody is nobody's. */
export function actSigners(
  zoneId: Bytes32,
  on: GatewayReference,
  { act, nonce, values, signatures }: ProposedAct,
): Map<Address, string> {
  return signersOf(councilActDigest(zoneId, on, nonce, act, readAct(act, values)), signatures);
}
