import { RyuguError } from "../../errors/index.ts";
import { computeContentId } from "../compute-content-id.ts";
import type { ContentId } from "../content-id.ts";
import { type ContentStore, DEFAULT_MAX_BYTES, notFound } from "../content-store.ts";
import { ContentMismatchError, ContentUnavailableError } from "../errors.ts";
import { readFile } from "./read-file.ts";
import { connectIpfsRpc, type IpfsRpc, type IpfsRpcOptions, unavailable } from "./rpc.ts";

/** How {@link ipfsContentStore} reaches its node. */
export interface IpfsContentStoreOptions extends IpfsRpcOptions {
  /** The longest one call may take, in milliseconds. One minute if not given. */
  timeoutMs?: number;
}

/**
 * A {@link ContentStore} on an IPFS node's RPC (Kubo and compatible nodes). `put` adds and pins
 * with the settings of `ipfs add --cid-version=1 --raw-leaves`; `get` reads any UnixFS file, also
 * one added with other settings, and verifies it block by block: the node is not trusted. `has`
 * asks the node for what it holds itself.
 *
 * The client library is loaded at the first call.
 */
export function ipfsContentStore(options: IpfsContentStoreOptions): ContentStore {
  let connection: Promise<IpfsRpc> | undefined;
  const call = async <T>(action: (rpc: IpfsRpc, signal: AbortSignal) => Promise<T>) => {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
    connection ??= connectIpfsRpc(options);
    try {
      return await action(await connection, signal);
    } catch (error) {
      throw error instanceof RyuguError ? error : unavailable(error, signal);
    }
  };
  return {
    async put(bytes) {
      const copy = bytes.slice();
      const id = await computeContentId(copy);
      const added = await call((rpc, signal) => rpc.add(copy, signal));
      if (added === id) return id;
      throw new ContentMismatchError("The IPFS node gave the content another id.", {
        details: [`Computed here: ${id}`, `The node's: ${added}`],
      });
    },
    get: (id, { maxBytes = DEFAULT_MAX_BYTES } = {}) =>
      call(async (rpc, signal) => {
        const bytes = await readOrExplain(rpc, id, maxBytes, signal);
        if (bytes === undefined) throw notFound(id);
        return bytes;
      }),
    has: (id) => call((rpc, signal) => rpc.holds(id, signal)),
  };
}

/**
 * Reads a file. A node says that it lacks the root by ending or breaking its stream, which may
 * have other reasons too: then it is asked again, plainly.
 *
 * @returns undefined when the node does not hold the root
 */
async function readOrExplain(
  rpc: IpfsRpc,
  id: ContentId,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  let failure: unknown = new ContentUnavailableError("The node's answer lacks the content's root.");
  try {
    const bytes = await readFile(id, maxBytes, () => rpc.exportCar(id, signal));
    if (bytes !== undefined) return bytes;
  } catch (error) {
    const mayBeAbsent = !(error instanceof RyuguError) || error instanceof ContentUnavailableError;
    if (signal.aborted || !mayBeAbsent) throw error;
    failure = error;
  }
  if (await rpc.holds(id, signal)) throw failure;
  return undefined;
}
