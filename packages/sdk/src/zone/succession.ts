import {
  hashValidatorSet,
  recoverSigner,
  rotationDigest,
  type ValidatorSet,
  validatorSet,
} from "../lane/index.ts";
import { type Bytes32, isSameAddress } from "../primitives/index.ts";
import { ManifestUntrustedError } from "./errors.ts";
import type { ManifestBody } from "./manifest.ts";

/**
 * Follows a manifest's rotations from the genesis set to the set that it names, each signed by a quorum of the set before.
 *
 * @param named - the set that the manifest's partners are
 * @param genesisSetHash - known beforehand
 * @throws ManifestUntrustedError where they do not lead there
 */
export function followRotations(
  body: ManifestBody,
  named: ValidatorSet,
  genesisSetHash: Bytes32,
): void {
  const { genesis, rotations = [] } = body;
  let set = genesis ? validatorSet(0, genesis.quorum, genesis.validators) : named;
  assertSet("genesis validators", hashValidatorSet(set), genesisSetHash);
  for (const { quorum, validators, validFrom, signatures } of rotations) {
    const next = validatorSet(set.epoch + 1, quorum, validators);
    const digest = rotationDigest(body.zoneId, { set: next, validFrom });
    const signers = signatures.map((signature) => recoverSigner(digest, signature));
    const seats = set.validators.filter((v) => signers.some((s) => isSameAddress(s, v)));
    if (seats.length < set.quorum) {
      throw new ManifestUntrustedError("A rotation in the zone manifest is signed by too few.", {
        details: [
          `To epoch ${next.epoch}`,
          `Signed by ${seats.length} of the set before, needed ${set.quorum}.`,
        ],
      });
    }
    set = next;
  }
  assertSet("validator set", hashValidatorSet(named), hashValidatorSet(set));
}

function assertSet(what: string, found: Bytes32, expected: Bytes32): void {
  if (found.toLowerCase() === expected.toLowerCase()) return;
  throw new ManifestUntrustedError(`The zone manifest has another ${what} than trusted.`, {
    details: [`Expected: ${expected}`, `Received: ${found}`],
  });
}
