// #region content-id
import { ipfsUri, memoryContentStore } from "@ryugu/sdk/content";

/** Keeps bytes under the name that follows from them, and reads them back. */
export async function keep(bytes: Uint8Array): Promise<{ uri: string; verified: Uint8Array }> {
  const store = memoryContentStore();
  const id = await store.put(bytes); // computed here: as `ipfs add --cid-version=1 --raw-leaves`
  const verified = await store.get(id); // throws if the store returns anything else
  return { uri: ipfsUri(id), verified };
}
// #endregion
