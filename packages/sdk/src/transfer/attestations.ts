import * as z from "zod/mini";
import { type Attestation, verifyAttestation } from "../lane/index.ts";
import { address, type Bytes32, bytes32, hex, parseJson, parseShape } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { getFromNode, type NodeSourceOptions, nodeReach } from "./node-http.ts";

/** As docs/reference/protocol.md writes them, "Checkpoints and attestations". */
const attestationSchema = z.object({
  laneId: z.string(),
  anchor: z.int().check(z.nonnegative()),
  sequence: z.int().check(z.positive()),
  head: z.string(),
  validator: z.string(),
  signature: z.string(),
});
const fileSchema = z.union([
  z.array(attestationSchema),
  z.object({ attestations: z.array(attestationSchema) }),
]);

const MAX_BYTES = 1_000_000;
const PAGE = 1_024;

/**
 * Reads attestations that somebody handed over, as a node's API or a file has them, and checks every signature. Who kept
 * them need not be trusted.
 *
 * @param source - JSON text or parsed JSON: a list, or an object with a list `attestations`
 * @throws InvalidJsonError, InvalidShapeError, UnknownValidatorError, AttestationForgedError, InvalidSignatureError
 */
export function readAttestations(zone: Zone, source: unknown): Attestation[] {
  const value = typeof source === "string" ? parseJson(source, MAX_BYTES) : source;
  const read = parseShape(fileSchema, value, "The attestations");
  const attestations = ("attestations" in read ? read.attestations : read).map(toAttestation);
  for (const attestation of attestations)
    verifyAttestation(zone.id, zone.validatorSet, attestation);
  return attestations;
}

/**
 * Asks every node of the zone for its attestations of a lane from a sequence on. What is not signed by a validator is left
 * out, and so is a node that does not answer.
 */
export async function fetchAttestations(
  zone: Zone,
  laneId: Bytes32,
  from: number,
  options: NodeSourceOptions = {},
): Promise<Attestation[]> {
  const reach = nodeReach(options);
  const pages = await Promise.allSettled(
    zone.manifest.partners.map(async ({ nodeUrl }) => {
      const url = `${nodeUrl}/v1/lanes/${laneId}/attestations?from=${from}&limit=${PAGE}`;
      const text = await getFromNode(reach, url, MAX_BYTES);
      const read = parseShape(fileSchema, parseJson(text ?? "[]", MAX_BYTES), "The attestations");
      return "attestations" in read ? read.attestations : read;
    }),
  );
  const all = pages.flatMap((page) => (page.status === "fulfilled" ? page.value : []));
  const once = new Map(
    all.map((each) => [`${each.sequence} ${each.validator} ${each.head}`, each]),
  );
  return [...once.values()].flatMap((each) => {
    try {
      return readAttestations(zone, [each]);
    } catch {
      return [];
    }
  });
}

function toAttestation(read: z.output<typeof attestationSchema>): Attestation {
  return {
    laneId: bytes32(read.laneId),
    anchor: read.anchor,
    sequence: read.sequence,
    head: bytes32(read.head),
    validator: address(read.validator.toLowerCase()),
    signature: hex(read.signature, 64),
  };
}
