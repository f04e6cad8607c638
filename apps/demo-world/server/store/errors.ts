import { RyuguError } from "@ryugu/sdk/errors";

/** The world server's database cannot be opened, read or written. */
export class WorldStoreError extends RyuguError {
  readonly code = "world-store";
}
