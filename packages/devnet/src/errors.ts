import { RyuguError } from "@ryugu/sdk/errors";

/** A port that the zone needs is used by another program. */
export class PortTakenError extends RyuguError {
  readonly code = "port-taken";
}

/** Another start of the same zone is going on or running. */
export class ZoneLockedError extends RyuguError {
  readonly code = "zone-locked";
}

/** The disk that holds the zone's folder is full, or nearly. */
export class ZoneDiskFullError extends RyuguError {
  readonly code = "zone-disk-full";
}

/** The folder named for a zone holds something else. */
export class ZoneFolderForeignError extends RyuguError {
  readonly code = "zone-folder-foreign";
}

/** The zone's folder was written by another version, or was damaged. */
export class ZoneFolderDamagedError extends RyuguError {
  readonly code = "zone-folder-damaged";
}

/** A program of the zone did not start, or did not answer in time. */
export class ProcessStartError extends RyuguError {
  readonly code = "process-start";
}

/** No saved state of a chain can be read. */
export class ChainStateLostError extends RyuguError {
  readonly code = "chain-state-lost";
}

/** A chain could not be asked, or answered with an error. */
export class ChainRpcError extends RyuguError {
  readonly code = "chain-rpc";
  override readonly retryable = true;
}

/** The zone's contracts could not be deployed, or are not what they should be. */
export class ZoneDeploymentError extends RyuguError {
  readonly code = "zone-deployment";
}

/** The command line could not be understood. */
export class StartUsageError extends RyuguError {
  readonly code = "start-usage";
}
