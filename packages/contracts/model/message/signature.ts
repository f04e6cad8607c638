import type { Address, ChainId, Hash } from "../words.ts";

/**
 * A signature is who signed, and exactly what: a text that names every field and the domain. Nobody can make one for
 * another signer, and one text is never taken for another.
 */
export interface Signature {
  readonly signer: Address;
  readonly signed: string;
}

/** (lane, anchor, sequence, head): what validators attest. */
export interface Checkpoint {
  readonly laneId: Hash;
  readonly anchor: number;
  readonly sequence: number;
  readonly head: Hash;
}

/** A checkpoint names both gateways by its lane, so its domain names no chain. */
export const checkpointText = ({ laneId, anchor, sequence, head }: Checkpoint): string =>
  `Checkpoint ${laneId} ${anchor} ${sequence} ${head}`;

/** Everything else that is signed binds one gateway. */
export function gatewayText(
  chain: ChainId,
  gateway: Address,
  struct: string,
  fields: object,
): string {
  const text = JSON.stringify(fields, (_, value) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
  return `${struct} at ${gateway} on ${chain} ${text}`;
}

/** Several signers' signatures on one text, in the order that gateways ask for. */
export function signAll(signers: readonly Address[], signed: string): Signature[] {
  return [...signers].sort().map((signer) => ({ signer, signed }));
}
