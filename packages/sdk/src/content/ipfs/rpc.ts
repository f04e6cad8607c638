import { preview } from "../../primitives/index.ts";
import { LAYOUT } from "../compute-content-id.ts";
import { type ContentId, parseContentId } from "../content-id.ts";
import { ContentUnavailableError } from "../errors.ts";

/** What {@link ipfsContentStore} asks of a node. */
export interface IpfsRpc {
  /** Adds and pins a file; gives the id the node computed. */
  add(bytes: Uint8Array, signal: AbortSignal): Promise<ContentId>;
  /** The blocks below an id as a CAR stream, as far as the node has or finds them. */
  exportCar(id: ContentId, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Whether the node itself holds the id's first block. */
  holds(id: ContentId, signal: AbortSignal): Promise<boolean>;
}

/** How to reach a node's RPC. */
export interface IpfsRpcOptions {
  /** `http://127.0.0.1:5001`, or the full path where it is not `/api/v0`. */
  url: string | URL;
  /** Sent with every request: a hosted node's authorization. */
  headers?: Record<string, string>;
}

/** The settings of `ipfs add --cid-version=1 --raw-leaves`, whatever the node's own defaults are. */
const ADD_OPTIONS = {
  cidVersion: 1,
  rawLeaves: true,
  hashAlg: "sha2-256",
  chunker: `size-${LAYOUT.chunkSize}`,
  maxFileLinks: LAYOUT.maxChildrenPerNode,
  trickle: false,
  wrapWithDirectory: false,
  pin: true,
} as const;

/** What Kubo ("could not find", "not found") and js-ipfs (ENOENT) say of a block they lack. */
const ABSENT = /not found|could not find|ENOENT/i;

/** Connects ipfs-http-client, which is loaded here and nowhere else. */
export async function connectIpfsRpc(options: IpfsRpcOptions): Promise<IpfsRpc> {
  const { create } = await import("ipfs-http-client");
  const client = create({ url: new URL(options.url), headers: options.headers ?? {} });
  // The client only writes an id into the query, but is typed for its own copy of the CID class.
  type ClientCid = Parameters<typeof client.block.stat>[0];
  const cidOf = (id: ContentId) => id as unknown as ClientCid;
  return {
    async add(bytes, signal) {
      const { cid } = await client.add(bytes, { ...ADD_OPTIONS, signal });
      return parseContentId(cid.toString());
    },
    exportCar: (id, signal) => client.dag.export(cidOf(id), { signal }),
    async holds(id, signal) {
      try {
        // `offline` keeps a node from searching its network for the answer.
        await client.block.stat(cidOf(id), { signal, offline: true } as { signal: AbortSignal });
        return true;
      } catch (error) {
        if (isAnswer(error) && ABSENT.test(error.message)) return false;
        throw error;
      }
    },
  };
}

/** Whether the node answered with an error, and was not merely out of reach. */
function isAnswer(error: unknown): error is Error {
  return error instanceof Error && error.name === "HTTPError";
}

/** The typed error for a request that failed or took too long. */
export function unavailable(cause: unknown, signal: AbortSignal): ContentUnavailableError {
  const sentence = signal.aborted
    ? "The IPFS node did not answer in time."
    : isAnswer(cause)
      ? "The IPFS node refused the request."
      : "The IPFS node could not be reached, or what answered is no IPFS node.";
  return new ContentUnavailableError(sentence, {
    cause,
    details: [preview(rootMessage(cause), 200)],
  });
}

/** What went wrong at the bottom: `fetch failed` hides `connect ECONNREFUSED …` as its cause. */
function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : rootMessage(error.cause);
}
