import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify from "fastify";
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { guardAccess } from "./access/guard.ts";
import type { App } from "./app.ts";
import type { ApiContext, ProcessContext } from "./context.ts";
import { installErrorHandler } from "./error-handler.ts";
import { ListenError } from "./errors.ts";
import { addressGroup, addressMatcher } from "./limits/address.ts";
import { answerClientError } from "./limits/client-errors.ts";
import { guardConnections } from "./limits/connections.ts";
import { documentRefusals, openApiOptions } from "./openapi.ts";
import { reportRequests } from "./request-report.ts";
import { attestationRoutes } from "./routes/attestations.ts";
import { creatorStatementRoutes } from "./routes/creator-statements.ts";
import { explorerRoutes } from "./routes/explorer.ts";
import { healthRoutes } from "./routes/health.ts";
import { laneRoutes } from "./routes/lanes.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { nodeRoutes } from "./routes/node.ts";
import { payoutRoutes } from "./routes/payouts.ts";
import { reserveRoutes } from "./routes/reserves.ts";
import { royaltyRoutes } from "./routes/royalties.ts";
import { trailRoutes } from "./routes/trail.ts";
import { transferRoutes } from "./routes/transfers.ts";
import { createTransferStream } from "./sse.ts";

/** The largest body that is read, in bytes. */
const BODY_LIMIT = 64 * 1_024;
/** How long a whole request may take to arrive, and its headers, in milliseconds. */
const REQUEST_TIMEOUT = 15_000;
const HEADERS_TIMEOUT = 10_000;
const TIMEOUTS_CHECKED = 1_000;
const IDLE_TIMEOUT = 60_000;
/** Addresses whose requests are counted; with more the oldest are forgotten. */
const ADDRESSES_COUNTED = 20_000;

/** Makes the HTTP API. Every failure is answered as ErrorJson. */
export async function createApi(context: ApiContext): Promise<App> {
  const app = await createServer(context);
  const stream = createTransferStream(context);
  app.addHook("preClose", async () => stream.close());
  nodeRoutes(app, context);
  laneRoutes(app, context);
  attestationRoutes(app, context);
  transferRoutes(app, context, stream);
  reserveRoutes(app, context);
  royaltyRoutes(app, context);
  payoutRoutes(app, context);
  creatorStatementRoutes(app, context);
  explorerRoutes(app);
  trailRoutes(app, context);
  metricsRoute(app, context, stream.size);
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  return app;
}

/** Makes what a process answers about itself: one without the role `api`, or one that still waits for its database. */
export async function createProcessApi(context: ProcessContext): Promise<App> {
  const app = await createServer(context);
  metricsRoute(app, context, () => 0);
  return app;
}

/** The server with its limits and guards, and whether it works. */
async function createServer(context: ProcessContext): Promise<App> {
  const { limits } = context;
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: IDLE_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: TIMEOUTS_CHECKED },
    clientErrorHandler: answerClientError,
    trustProxy: limits.trustedProxies.length > 0 ? [...limits.trustedProxies] : false,
    routerOptions: { maxParamLength: 128 },
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  const isProxy = addressMatcher(limits.trustedProxies);
  const places = { total: limits.connections, perAddress: limits.connectionsPerAddress };
  const stopGuarding = guardConnections(app.server, places, isProxy);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  guardAccess(app, context.access, context);
  reportRequests(app, context.report);

  // Everything is public and nothing is changed by a cookie, so any page may read.
  await app.register(cors, {
    origin: "*",
    methods: ["GET", "HEAD"],
    exposedHeaders: ["retry-after", "content-disposition", "etag"],
  });
  await app.register(rateLimit, {
    max: context.requestsPerMinute,
    timeWindow: 60_000,
    cache: ADDRESSES_COUNTED,
    keyGenerator: ({ ip }) => addressGroup(ip),
  });
  installErrorHandler(app, context.onError);
  documentRefusals(app);
  await app.register(swagger, openApiOptions(context.version));

  app.addHook("preClose", async () => stopGuarding());
  healthRoutes(app, context);
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
