import { signCheckpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { CheckpointSigner } from "../ports/signer.ts";
import type { OpenedKey } from "./keystore.ts";

/** Signs checkpoints with a key in this process's memory. */
export function walletSigner(zoneId: Bytes32, { account, signer }: OpenedKey): CheckpointSigner {
  return {
    validator: account,
    sign: (checkpoint) => signCheckpoint(signer, zoneId, checkpoint),
  };
}
