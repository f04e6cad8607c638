import { resolve } from "node:path";
import type { ContentStore } from "@ryugu/sdk/content";
import { ipfsContentStore } from "@ryugu/sdk/content/ipfs";
import { fileContentStore } from "@ryugu/sdk/content/node";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { isWebAddress } from "../input/read-source.ts";
import type { LocalZone } from "../zone/ready-file.ts";

/** How a command line names the place where content lies. */
export interface StoreOptions {
  /** A folder. */
  store?: string;
  /** An IPFS node's RPC address. */
  ipfsRpc?: string;
}

/** A content store, and its place in words. */
export interface OpenStore {
  store: ContentStore;
  place: string;
}

/**
 * Opens the content store that a command uses: the one named, else the local zone's, else none.
 *
 * @throws UsageError when two are named, or the RPC address is none
 */
export function openStore(
  cli: Cli,
  options: StoreOptions,
  local?: LocalZone,
): OpenStore | undefined {
  if (options.store !== undefined && options.ipfsRpc !== undefined) {
    throw new UsageError("Name one content store: --store or --ipfs-rpc.");
  }
  if (options.ipfsRpc !== undefined) {
    if (!isWebAddress(options.ipfsRpc) || !URL.canParse(options.ipfsRpc)) {
      throw new UsageError("--ipfs-rpc is no http address.", {
        details: [`Received: ${options.ipfsRpc}`, "Such as: http://127.0.0.1:5001"],
      });
    }
    return { store: ipfsContentStore({ url: options.ipfsRpc }), place: options.ipfsRpc };
  }
  const folder =
    options.store === undefined ? local?.contentFolder : resolve(cli.cwd, options.store);
  return folder === undefined ? undefined : { store: fileContentStore(folder), place: folder };
}
