import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { ZoneManifest } from "@ryugu/sdk/zone";

/** Kept by whoever follows the zone. */
export interface ZoneStore {
  /**
   * Makes the database this node's, if it is nobody's yet. Two nodes on one database would share one guard.
   *
   * @throws StoreForeignError when it is another's
   */
  own(owner: { zoneId: Bytes32; partner: string }): Promise<void>;
  /** The set that each gateway goes by, as `setValidators` was told. */
  validatorSets(): Promise<{ chain: ChainId; set: ValidatorSet }[]>;
  /** The newest manifest of a zone that was kept, as JSON; to be verified again. */
  manifest(zoneId: Bytes32): Promise<string | undefined>;
  /** Keeps a manifest unless a later version is kept. */
  keepManifest(manifest: ZoneManifest): Promise<void>;
}
