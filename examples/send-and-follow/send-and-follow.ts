// #region send-and-follow
import {
  followTransfer,
  nodeSource,
  sendTransfer,
  type TransferRequest,
} from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";

/** Sends tokens to another chain, and says where they are until they have arrived. */
export async function* sendAndFollow(zone: Zone, signer: Signer, request: TransferRequest) {
  const { messageId } = await sendTransfer(zone, signer, request);
  const nodes = nodeSource(zone.manifest.partners.map(({ nodeUrl }) => nodeUrl));
  for await (const { state, signers, quorum } of followTransfer(messageId, { sources: [nodes] })) {
    yield `${state}, ${signers.length} signatures (${quorum} needed)`;
  }
}
// #endregion
