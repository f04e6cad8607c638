import * as z from "zod/mini";
import { appendHead, hashMessage } from "../lane/index.ts";
import { type Bytes32, bytes32, hex, parseJson, parseShape } from "../primitives/index.ts";
import { type ArchivedMessage, isChained, type MessageArchive } from "./archive.ts";
import { TransferSourceError } from "./errors.ts";
import { getFromNode, type NodeSourceOptions, nodeReach } from "./node-http.ts";
import { transferStatusSchema } from "./status.ts";

/** A page of 256 messages of the largest size, as hex. */
const MAX_BYTES = 16_000_000;
const PAGE = 256;

const pageSchema = z.object({
  messages: z.array(z.object({ sequence: z.int(), messageId: z.string(), message: z.string() })),
});

/** Messages from the zone's nodes: the next one is asked where one is down, lags, or says what cannot be. */
export function nodeArchive(
  nodeUrls: readonly string[],
  options: NodeSourceOptions = {},
): MessageArchive {
  const reach = nodeReach(options);
  const get = async (url: string) => {
    const text = await getFromNode(reach, url, MAX_BYTES);
    return text === undefined ? undefined : parseJson(text, MAX_BYTES);
  };

  const page = async (node: string, laneId: Bytes32, from: number, limit: number) => {
    const url = `${node}/v1/lanes/${laneId}/messages?from=${from}&limit=${Math.min(limit, PAGE)}`;
    const { messages } = parseShape(pageSchema, await get(url), "A node's messages");
    const read = messages.map(
      (each): ArchivedMessage => ({
        laneId,
        sequence: each.sequence,
        messageId: bytes32(each.messageId),
        message: hex(each.message),
      }),
    );
    if (isChained(read, from)) return read;
    throw new TransferSourceError("A node's messages do not lead from one to the next.", {
      details: [url],
    });
  };

  const find = async (node: string, messageId: Bytes32): Promise<ArchivedMessage | undefined> => {
    const told = await get(`${node}/v1/transfers/${messageId}`);
    if (told === undefined) return undefined;
    const status = parseShape(transferStatusSchema, told, "The transfer's status");
    const [laneId, { sequence }] = [bytes32(status.laneId), status];
    const before = sequence === 1 ? [] : await page(node, laneId, sequence - 1, 1);
    const [found] = await page(node, laneId, sequence, 1);
    if (found === undefined) return undefined;
    const head = appendHead(before[0]?.messageId ?? laneId, hashMessage(found.message));
    if (head === messageId) return found;
    throw new TransferSourceError("A node's message does not have the id that was asked for.");
  };

  return {
    find: (messageId) => firstNode(nodeUrls, (node) => find(node, messageId)),
    messages: async (laneId, from, limit) =>
      (await firstNode(nodeUrls, async (node) => {
        const found = await page(node, laneId, from, limit);
        return found.length === 0 ? undefined : found;
      })) ?? [],
  };
}

/** The first node's answer that is one; undefined where none of those that answered knows. */
async function firstNode<T>(
  nodeUrls: readonly string[],
  ask: (node: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  const failures: string[] = [];
  for (const node of nodeUrls) {
    try {
      const answer = await ask(node);
      if (answer !== undefined) return answer;
    } catch (error) {
      failures.push(`${node}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  if (failures.length < nodeUrls.length) return undefined;
  throw new TransferSourceError("No node of the zone could be asked.", { details: failures });
}
