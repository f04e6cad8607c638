import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { CouncilView } from "./council-view.ts";

/** What a node knows of its zone now. It changes while the node runs: ask again, keep nothing of it. */
export interface ZoneView extends CouncilView {
  /** The newest manifest that was believed. */
  readonly zone: Zone;
  /** Whether the zone has a lane. */
  hasLane(laneId: Bytes32): boolean;
}

/** Where the zone manifest is published. Who serves it need not be trusted. */
export interface ManifestSource {
  /**
   * The manifest there, verified against what the configuration trusts; undefined when nothing changed since
   * the last call.
   *
   * @throws ManifestUnavailableError, and all that readZone throws
   */
  read(): Promise<Zone | undefined>;
}
