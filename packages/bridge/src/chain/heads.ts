import { parseShape } from "@ryugu/sdk/primitives";
import type { BlockHeader } from "../domain/position.ts";
import type { ChainHeads } from "../ports/chain-reader.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointBehindError, EndpointFailedError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";
import type { Answer } from "./race.ts";
import { rpcBlock } from "./rpc-shapes.ts";

/** An endpoint further behind than both of these stands still, or is cut off from its chain. */
const BEHIND = { seconds: 30, blocks: 3 };

/**
 * The newest block, and the newest one under the `finalized` tag, that as many endpoints have reached as must agree.
 * So neither one that stands still nor one that makes blocks up decides how far the chain is.
 */
export async function headsOf(pool: EndpointPool, tagged: boolean): Promise<ChainHeads> {
  const answers = await pool.survey((endpoint) => headsAt(endpoint, tagged));
  const latest = answers
    .map(({ answer }) => answer.latest)
    .sort((a, b) => b.number - a.number)
    .at(pool.agreement - 1);
  if (latest === undefined) throw new EndpointFailedError("The chain has no newest block.");
  for (const { endpoint } of answers.filter(isBehind(latest))) {
    const details = [`Endpoint: ${endpoint.name}`, `Others know block ${latest.number}.`];
    pool.fault(endpoint, new EndpointBehindError("An RPC endpoint stands still.", { details }));
  }
  const tags = answers.map(({ answer }) => answer.tagged).filter((tag) => tag !== undefined);
  return { latest, tagged: tags.sort((a, b) => b - a).at(pool.agreement - 1) };
}

const isBehind =
  (newest: BlockHeader) =>
  ({ answer: { latest } }: Answer<ChainHeads>): boolean =>
    newest.time - latest.time > BEHIND.seconds && newest.number - latest.number >= BEHIND.blocks;

async function headsAt(endpoint: Endpoint, tagged: boolean): Promise<ChainHeads> {
  const latest = await headerAt(endpoint, "latest");
  if (latest === undefined) throw new EndpointFailedError("The chain has no newest block.");
  const tag = tagged ? await headerAt(endpoint, "finalized") : undefined;
  return { latest, tagged: tag?.number };
}

/** A block's header by its height or tag; undefined where the endpoint does not know it. */
export async function headerAt(
  endpoint: Endpoint,
  block: string,
): Promise<BlockHeader | undefined> {
  const answer = await endpoint.send({ method: "eth_getBlockByNumber", params: [block, false] });
  const header = parseShape(rpcBlock, answer, "A block");
  if (header === null) return undefined;
  const { number, hash, timestamp, baseFeePerGas } = header;
  return {
    number,
    hash,
    time: timestamp,
    ...(baseFeePerGas === undefined ? {} : { baseFee: baseFeePerGas }),
  };
}
