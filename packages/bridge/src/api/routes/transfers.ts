import { address, bytes32, type ChainId, chainId, parseAssetId } from "@ryugu/sdk/primitives";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { TransferQuery } from "../../ports/api-store.ts";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import {
  errorSchema,
  streamSchema,
  transferIdSchema,
  transferQuerySchema,
  transferSchema,
  transfersSchema,
} from "../schemas.ts";
import type { TransferStream } from "../sse.ts";

/** Only what is streamed is of this type: refusals are JSON, as everywhere. */
const eventStream = {
  description: streamSchema.description ?? "",
  content: { "text/event-stream": { schema: streamSchema } },
};

/** Transfers: one, many, and as they move. */
export function transferRoutes(app: App, { store }: ApiContext, stream: TransferStream): void {
  const find = async (messageId: string) => {
    const status = await store.transfer(bytes32(messageId));
    if (status !== undefined) return status;
    throw new NotFoundError("This node knows no message of this id.", {
      details: [`Message: ${messageId}`],
    });
  };

  app.get(
    "/v1/transfers",
    {
      schema: {
        summary: "Transfers, newest first.",
        querystring: transferQuerySchema,
        response: { 200: transfersSchema, 400: errorSchema },
      },
    },
    async ({ query }) => store.transfers(toQuery(query)),
  );

  app.get(
    "/v1/transfers/:messageId",
    {
      schema: {
        summary: "Where a transfer stands.",
        params: transferIdSchema,
        response: { 200: transferSchema, 404: errorSchema },
      },
    },
    async ({ params }) => find(params.messageId),
  );

  app.get(
    "/v1/transfers/:messageId/events",
    {
      exposeHeadRoute: false,
      schema: {
        summary: "A transfer as it moves: server-sent events `transfer`.",
        response: { 200: eventStream, 404: errorSchema },
        params: transferIdSchema,
      },
    },
    async (request, reply) => {
      stream.assertRoom(request.ip);
      const after = await firstEvent(request);
      const first = await find(request.params.messageId);
      const { ip: address, params } = request;
      stream.add(openStream(reply), {
        address,
        after,
        messageId: bytes32(params.messageId),
        first,
      });
    },
  );

  app.get(
    "/v1/events",
    {
      exposeHeadRoute: false,
      schema: {
        summary: "Every transfer as it moves: server-sent events `transfer`.",
        response: { 200: eventStream },
      },
    },
    async (request, reply) => {
      stream.assertRoom(request.ip);
      const after = await firstEvent(request);
      stream.add(openStream(reply), { address: request.ip, after });
    },
  );

  /** Where a stream begins: after the event that the client has seen last, or now. */
  const firstEvent = async ({ headers }: FastifyRequest): Promise<number> => {
    const last = Number(headers["last-event-id"]);
    const newest = await store.lastEvent();
    return Number.isSafeInteger(last) && last >= 0 && headers["last-event-id"] !== ""
      ? Math.min(last, newest)
      : newest;
  };
}

function openStream(reply: FastifyReply) {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  return reply.raw;
}

function toQuery(query: {
  sender?: string | undefined;
  recipient?: string | undefined;
  token?: string | undefined;
  limit: number;
  cursor?: number | undefined;
}): TransferQuery {
  const { sender, recipient, token, limit, cursor } = query;
  return {
    limit,
    ...(sender === undefined ? {} : { sender: address(sender.toLowerCase()) }),
    ...(recipient === undefined ? {} : { recipient: address(recipient.toLowerCase()) }),
    ...(token === undefined ? {} : { token: toToken(token) }),
    ...(cursor === undefined ? {} : { before: cursor }),
  };
}

const COLLECTION = /^(eip155:[0-9]{1,20})\/erc(?:721|1155|20):(0x[0-9a-fA-F]{40})$/;

/** A home collection's address, `eip155:1/erc721:0x…`, or the same with a token id. */
function toToken(text: string): NonNullable<TransferQuery["token"]> {
  if (!text.includes("/")) return { contract: address(text.toLowerCase()) };
  const [, chain, contract] = COLLECTION.exec(text) ?? [];
  if (chain !== undefined && contract !== undefined)
    return { chain: chainId(chain), contract: address(contract.toLowerCase()) };
  const asset = parseAssetId(text);
  const where: { chain: ChainId; contract: typeof asset.contract } = {
    chain: asset.chain,
    contract: asset.contract,
  };
  return asset.tokenId === undefined ? where : { ...where, id: asset.tokenId };
}
