import { signCheckpoint } from "@ryugu/sdk/lane";
import { address, type Bytes32 } from "@ryugu/sdk/primitives";
import type { Wallet } from "ethers";
import type { CheckpointSigner } from "../ports/signer.ts";

/** Signs checkpoints with a key in this process's memory. */
export function walletSigner(zoneId: Bytes32, wallet: Wallet): CheckpointSigner {
  return {
    validator: address(wallet.address),
    sign: (checkpoint) => signCheckpoint(wallet, zoneId, checkpoint),
  };
}
