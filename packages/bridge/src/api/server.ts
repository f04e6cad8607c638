import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import type { App } from "./app.ts";
import type { ApiContext } from "./context.ts";
import { installErrorHandler } from "./error-handler.ts";
import { ListenError } from "./errors.ts";
import { reportRequests } from "./request-report.ts";
import { attestationRoutes } from "./routes/attestations.ts";
import { laneRoutes } from "./routes/lanes.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { nodeRoutes } from "./routes/node.ts";
import { transferRoutes } from "./routes/transfers.ts";
import { createTransferStream } from "./sse.ts";

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 64 * 1_024;
const MAX_CONNECTIONS = 1_024;
const REQUEST_TIMEOUT = 15_000;
const IDLE_TIMEOUT = 60_000;

/** Makes the HTTP API. It answers nothing but JSON and event streams, and every failure as ErrorJson. */
export async function createApi(context: ApiContext): Promise<App> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: IDLE_TIMEOUT,
    routerOptions: { maxParamLength: 128 },
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installErrorHandler(app, context.onError);
  reportRequests(app, context.report);

  // Everything is public and nothing is changed by a cookie, so any page may read.
  await app.register(cors, {
    origin: "*",
    methods: ["GET", "HEAD"],
    exposedHeaders: ["retry-after"],
  });
  await app.register(rateLimit, { max: context.requestsPerMinute, timeWindow: 60_000 });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Ryugu node",
        description: "What one partner's bridge node knows.",
        version: context.version,
      },
    },
    transform: jsonSchemaTransform,
  });

  const stream = createTransferStream(context);
  app.addHook("preClose", async () => stream.close());
  nodeRoutes(app, context);
  laneRoutes(app, context);
  attestationRoutes(app, context);
  transferRoutes(app, context, stream);
  metricsRoute(app, context, stream.size);
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  return app;
}

/**
 * Starts listening.
 *
 * @returns the port, which the system chose where 0 was asked for
 * @throws ListenError
 */
export async function listen(
  app: App,
  { host, port }: { host: string; port: number },
): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new ListenError("The node's API cannot listen on its address.", {
      cause,
      details: [`Address: ${host}:${port}`, cause instanceof Error ? cause.message : String(cause)],
    });
  }
  const bound = app.server.address();
  return typeof bound === "object" && bound !== null ? bound.port : port;
}
