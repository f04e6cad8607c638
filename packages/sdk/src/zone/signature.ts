import { keccak256, type Signer, TypedDataEncoder, type TypedDataField, toUtf8Bytes } from "ethers";
import {
  compactSignature,
  recoverSigner,
  type ValidatorSet,
  validatorSet,
  zoneDomain,
  zoneId,
} from "../lane/index.ts";
import { address, type Bytes32, canonicalJson, isSameAddress } from "../primitives/index.ts";
import { ManifestSignatureError, ManifestUntrustedError } from "./errors.ts";
import type { ManifestBody, ZoneManifest } from "./manifest.ts";
import { followRotations } from "./succession.ts";

/** What a client knows before it has read any manifest; every gateway's address commits to both. */
export interface ZoneTrust {
  zoneId: Bytes32;
  genesisSetHash: Bytes32;
}

const TYPES: Record<string, TypedDataField[]> = {
  ZoneManifest: [
    { name: "zoneId", type: "bytes32" },
    { name: "version", type: "uint64" },
    { name: "digest", type: "bytes32" },
  ],
};

const contentDigest = (body: ManifestBody) =>
  keccak256(toUtf8Bytes(canonicalJson(body))) as Bytes32;

const toMessage = (body: ManifestBody) => ({
  zoneId: body.zoneId,
  version: body.version,
  digest: contentDigest(body),
});

/** The EIP-712 digest that validators sign to publish a manifest. */
export function manifestDigest(body: ManifestBody): Bytes32 {
  return TypedDataEncoder.hash(zoneDomain(body.zoneId), TYPES, toMessage(body)) as Bytes32;
}

/** Signs a manifest as one validator. */
export async function signManifest(
  signer: Pick<Signer, "getAddress" | "signTypedData">,
  body: ManifestBody,
): Promise<ZoneManifest["signatures"][number]> {
  const signature = await signer.signTypedData(zoneDomain(body.zoneId), TYPES, toMessage(body));
  return { validator: address(await signer.getAddress()), signature: compactSignature(signature) };
}

/** The validator set that a manifest names: one seat per partner. */
export function manifestValidatorSet(body: ManifestBody): ValidatorSet {
  return validatorSet(
    body.epoch,
    body.quorum,
    body.partners.map(({ validator }) => validator),
  );
}

/**
 * Checks that a manifest is of the trusted zone and signed by a quorum of the trusted validators.
 *
 * @throws ManifestUntrustedError when it is of another zone or names other validators than the trusted genesis
 * @throws ManifestSignatureError when fewer than k distinct validators have signed exactly this content
 */
export function verifyManifest(manifest: ZoneManifest, trust: ZoneTrust): void {
  const { signatures, ...body } = manifest;
  const set = manifestValidatorSet(body);
  assertTrusted(body, trust);
  const digest = manifestDigest(body);
  const signers = new Set<string>();
  for (const { validator, signature } of signatures) {
    const member = set.validators.some((v) => isSameAddress(v, validator));
    if (!member || !isSameAddress(recoverSigner(digest, signature), validator)) {
      throw new ManifestSignatureError("A signature on the zone manifest is wrong.", {
        details: [
          `Validator: ${validator}`,
          member ? "It did not sign this content." : "It is nobody of this zone's validators.",
        ],
      });
    }
    signers.add(validator.toLowerCase());
  }
  if (signers.size < set.quorum) {
    throw new ManifestSignatureError("The zone manifest is signed by too few validators.", {
      details: [`Signed by ${signers.size}, needed ${set.quorum} of ${set.validators.length}.`],
    });
  }
}

/**
 * Checks that a manifest, signed or not, is of the trusted zone, and that its rotations lead from the trusted
 * genesis to the validators that it names. Whoever signs one asks this first.
 *
 * @throws ManifestUntrustedError
 */
export function assertTrusted(body: ManifestBody, trust: ZoneTrust): void {
  const facts: [string, string, string][] = [
    ["zone id", body.zoneId, trust.zoneId],
    ["zone id for this name", body.zoneId, zoneId(body.name)],
    ["genesis set hash", body.genesisSetHash, trust.genesisSetHash],
  ];
  for (const [what, found, expected] of facts) {
    if (found.toLowerCase() !== expected.toLowerCase()) {
      throw new ManifestUntrustedError(`The zone manifest has another ${what} than trusted.`, {
        details: [`Expected: ${expected}`, `Received: ${found}`],
      });
    }
  }
  followRotations(body, manifestValidatorSet(body), trust.genesisSetHash);
}
