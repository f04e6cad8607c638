import type { Attestation } from "@ryugu/sdk/lane";
import { address, bytes32, hex } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

/**
 * An attestation as JSON carries it. docs/reference/protocol.md, "Checkpoints and attestations". Fields that a
 * newer release may add are passed over: what counts is signed.
 */
export const attestationSchema = z.object({
  laneId: z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
  anchor: z.int().check(z.nonnegative()),
  sequence: z.int().check(z.positive()),
  head: z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
  validator: z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
  signature: z.string().check(z.regex(/^0x[0-9a-fA-F]{128}$/)),
});

/** The most attestations in one request. */
export const MAX_ATTESTATIONS = 64;

/** One page of attestations as a node answers it. */
export const attestationPageSchema = z.object({
  attestations: z.array(attestationSchema).check(z.maxLength(1_024)),
});

/** Gives an attestation its checked types; all hex in lower case, the validator in EIP-55. */
export function toAttestation(json: z.output<typeof attestationSchema>): Attestation {
  return {
    laneId: bytes32(json.laneId),
    anchor: json.anchor,
    sequence: json.sequence,
    head: bytes32(json.head),
    validator: address(json.validator.toLowerCase()),
    signature: hex(json.signature, 64),
  };
}
