import type { Bytes32 } from "../primitives/index.ts";
import type { TransferStatus } from "./status.ts";

/** Somewhere a transfer's status can be asked: the zone's nodes, or the chains themselves. */
export interface TransferSource {
  /**
   * The status as this source sees it now; undefined where it does not know the message (yet).
   *
   * @throws TransferSourceError when it cannot be asked
   */
  status(messageId: Bytes32, signal?: AbortSignal): Promise<TransferStatus | undefined>;
}
