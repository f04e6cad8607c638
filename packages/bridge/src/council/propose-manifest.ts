import { hashValidatorSet } from "@ryugu/sdk/lane";
import { isSameAddress } from "@ryugu/sdk/primitives";
import {
  assertTrusted,
  type ManifestBody,
  type Zone,
  type ZoneChain,
  type ZoneManifest,
  type ZonePartner,
  type ZonePlatform,
  type ZoneTrust,
} from "@ryugu/sdk/zone";
import { CouncilActError, type RotationFile, rotationOf } from "@ryugu/sdk/zone/council";
import { genesisSet } from "../domain/seats.ts";

/** What the next manifest changes. */
export interface ManifestChanges {
  /** Replace those of the same name. */
  partners: readonly ZonePartner[];
  platforms: readonly ZonePlatform[];
  /** Replace those of the same id. */
  chains: readonly ZoneChain[];
  /** Signed by a quorum of the present validators; who has no seat in it leaves the partners. */
  rotation?: RotationFile;
}

/**
 * Writes down the next manifest for the validators to sign.
 *
 * @param now - unix milliseconds
 * @throws CouncilActError, ManifestUntrustedError
 */
export function proposeManifest(
  { manifest }: Zone,
  changes: ManifestChanges,
  trust: ZoneTrust,
  now: number,
): ZoneManifest {
  const { signatures: _, ...known } = manifest;
  const body: ManifestBody = {
    ...known,
    version: known.version + 1,
    issuedAt: new Date(now).toISOString(),
    partners: replace(known.partners, changes.partners, ({ name }) => name),
    chains: replace(known.chains, changes.chains, ({ id }) => id),
    platforms: replace(known.platforms, changes.platforms, ({ name }) => name),
  };
  const next = changes.rotation === undefined ? body : rotated(body, manifest, changes.rotation);
  assertTrusted(next, trust);
  return { ...next, signatures: [] };
}

function replace<T>(known: readonly T[], added: readonly T[], key: (each: T) => string): T[] {
  const names = new Set(added.map(key));
  return [...known.filter((each) => !names.has(key(each))), ...added];
}

function rotated(body: ManifestBody, now: ZoneManifest, file: RotationFile): ManifestBody {
  const { set, validFrom } = rotationOf(file);
  const { quorum, validators } = genesisSet(now);
  const partners = body.partners.filter(({ validator }) =>
    set.validators.some((seat) => isSameAddress(seat, validator)),
  );
  const unnamed = set.validators.filter(
    (seat) => !partners.some(({ validator }) => isSameAddress(validator, seat)),
  );
  if (unnamed.length > 0) {
    throw new CouncilActError("The manifest names no partner for a validator of the rotation.", {
      details: [...unnamed, `Set: ${hashValidatorSet(set)}`],
    });
  }
  return {
    ...body,
    epoch: set.epoch,
    quorum: set.quorum,
    partners,
    genesis: { quorum, validators: [...validators] },
    rotations: [
      ...(now.rotations ?? []),
      {
        quorum: set.quorum,
        validators: [...set.validators],
        validFrom,
        signatures: file.signatures,
      },
    ],
  };
}
