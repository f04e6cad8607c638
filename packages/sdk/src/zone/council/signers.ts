import { recoverSigner } from "../../lane/index.ts";
import type { Address, Bytes32 } from "../../primitives/index.ts";

/** Whose signatures on a digest these are, each once. */
export function signersOf(digest: Bytes32, signatures: readonly string[]): Map<Address, string> {
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
