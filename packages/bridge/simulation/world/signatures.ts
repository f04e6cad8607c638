import { checkpointText, type Signature } from "@ryugu/contracts/model";
import { type Attestation, type Checkpoint, checkpointDigest } from "@ryugu/sdk/lane";
import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { QuickKey } from "./keys.ts";
import { ZONE } from "./zone.ts";

/**
 * Every signature on a checkpoint that was ever made. Recovering a signer takes milliseconds, and five nodes
 * and the gateways would do it for the same signatures again and again: what was made here is known.
 */
export class KnownSignatures {
  readonly #made = new Map<string, { signer: Address; text: string }>();
  readonly #digests = new Map<string, Bytes32>();

  sign(key: QuickKey, checkpoint: Checkpoint): Attestation {
    const { laneId, anchor, sequence, head } = checkpoint;
    const text = checkpointText(checkpoint);
    const signature = key.sign(this.#digestOf(text, checkpoint));
    this.#made.set(signature, { signer: key.address, text });
    return { laneId, anchor, sequence, head, validator: key.address, signature };
  }

  /** Whether this very signature was made by whom the attestation names, on what it says. */
  isKnown(attestation: Attestation): boolean {
    const made = this.#made.get(attestation.signature);
    return made?.signer === attestation.validator && made.text === checkpointText(attestation);
  }

  /** What a gateway recovers from the bytes it is given: each signer, and the text that was signed. */
  recover(joined: Hex): Signature[] {
    const count = Math.floor((joined.length - 2) / 128);
    return Array.from({ length: count }, (_, i) => {
      const made = this.#made.get(`0x${joined.slice(2 + 128 * i, 130 + 128 * i)}`);
      if (made === undefined) return { signer: "0x", signed: "something else" };
      return { signer: lowerCase(made.signer), signed: made.text };
    });
  }

  #digestOf(text: string, checkpoint: Checkpoint): Bytes32 {
    const known = this.#digests.get(text);
    if (known !== undefined) return known;
    const digest = checkpointDigest(ZONE.id, checkpoint);
    this.#digests.set(text, digest);
    return digest;
  }
}

/** The model puts signers in the order of their texts. */
export const lowerCase = (account: string) => account.toLowerCase() as `0x${string}`;
