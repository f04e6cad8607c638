import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";

/** What this example reads of the file in which a local zone says where everything is. */
export interface Ready {
  zone: { id: Bytes32; genesisSetHash: Bytes32; manifest: string };
  chains: [from: ReadyChain, to: ReadyChain];
  accounts: { person: { keystore: string; passphrase: string } };
}

interface ReadyChain {
  id: ChainId;
  rpcUrl: string;
}
