/** The content store on an IPFS node's RPC. Apart, because its client library is large. */
export { type IpfsContentStoreOptions, ipfsContentStore } from "./ipfs-content-store.ts";
export type { IpfsRpcOptions } from "./rpc.ts";
