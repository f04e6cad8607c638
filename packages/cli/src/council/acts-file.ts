import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { councilActDigest, type GatewayReference, recoverSigner } from "@ryugu/sdk/lane";
import { type Address, bytes32, chainId, hex, parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import type { Cli } from "../cli.ts";
import { CouncilActError } from "../errors.ts";
import { readTextSource } from "../input/read-source.ts";
import { safeJson } from "../output/safe.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";
import { ACT_NAMES, readAct } from "./acts.ts";

const MAX_BYTES = 10_000_000;

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
 * Reads an acts file and checks it against the zone that the reader knows: its id, its chains, its gateways.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError, CouncilActError
 */
export async function readActsFile(cli: Cli, source: string, zone: FoundedZone): Promise<ActsFile> {
  const text = await readTextSource(cli, source, MAX_BYTES);
  const file = parseShape(fileSchema, parseJson(text, MAX_BYTES), "The acts file");
  if (file.zoneId !== zone.plan.zoneId) {
    throw new CouncilActError("The acts are of another zone.", {
      details: [`Expected: ${zone.plan.zoneId}`, `Received: ${file.zoneId}`],
    });
  }
  for (const proposed of file.acts) assertOfZone(proposed, zone);
  return file;
}

/** Writes an acts file, whole or not at all as far as a file system can. */
export async function writeActsFile(cli: Cli, path: string, file: ActsFile): Promise<void> {
  await writeFile(resolve(cli.cwd, path), `${safeJson(file, 2)}\n`);
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

/** The gateway that an act is for. It follows from the zone file, not from what somebody sent. */
export function gatewayOf({ plan }: FoundedZone, { chain }: ProposedAct): GatewayReference {
  return { chain, gateway: plan.gateway as Address };
}

/** Who has signed an act, each once. A signature by nobody of the zone is for whoever submits to leave out. */
export function signersOf(zone: FoundedZone, proposed: ProposedAct): Map<Address, string> {
  const { act, nonce, values, signatures } = proposed;
  const digest = councilActDigest(
    bytes32(zone.plan.zoneId),
    gatewayOf(zone, proposed),
    nonce,
    act,
    readAct(act, values),
  );
  return new Map(
    signatures.flatMap((each): [Address, string][] => {
      try {
        return [[recoverSigner(digest, each), each]];
      } catch {
        // A signature that recovers to nobody is nobody's.
        return [];
      }
    }),
  );
}

function assertOfZone({ chain, act, values }: ProposedAct, { file, plan }: FoundedZone): void {
  if (!file.chains.some(({ id }) => id === chain)) {
    throw new CouncilActError("An act is for a chain that the zone file does not have.", {
      details: [`Chain: ${chain}`],
    });
  }
  const read = readAct(act, values);
  if (!("counterpartGateway" in read) || read.counterpartGateway === plan.gateway) return;
  throw new CouncilActError("An act would open a lane to a gateway that is not the zone's.", {
    details: [`Expected: ${plan.gateway}`, `Received: ${read.counterpartGateway}`],
  });
}
