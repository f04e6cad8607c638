import { RyuguError } from "@ryugu/sdk/errors";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ApiContext } from "./context.ts";
import {
  InternalError,
  InvalidRequestError,
  NotFoundError,
  RequestTooLargeError,
  TooManyRequestsError,
} from "./errors.ts";

/** HTTP statuses of errors that a request can cause; everything else is the node's own failure. */
const STATUSES: Readonly<Record<string, number>> = {
  "invalid-request": 400,
  "invalid-shape": 400,
  "invalid-hex": 400,
  "invalid-address": 400,
  "invalid-chain-id": 400,
  "invalid-asset-id": 400,
  "invalid-json": 400,
  "invalid-period": 400,
  "not-authorized": 401,
  "not-allowed": 403,
  "invalid-signature": 403,
  "attestation-forged": 403,
  "unknown-validator": 403,
  "unknown-lane": 404,
  "not-found": 404,
  "statements-off": 404,
  "request-too-large": 413,
  "request-too-slow": 408,
  "statement-too-long": 422,
  "statement-facts": 422,
  "too-many-requests": 429,
  "statement-pdf": 501,
  "statement-unread": 503,
  "signer-unavailable": 503,
};

const TOO_LARGE = 413;
const TOO_MANY = 429;
/** The largest refused body that is read to its end and thrown away, in bytes. */
const DRAINED = 32 * 1_024 * 1_024;

/** Answers every failure as ErrorJson: `{ code, message, details, retryable, docs }`. */
export function installErrorHandler(app: FastifyInstance, onError: ApiContext["onError"]): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const error = new NotFoundError("Nothing is at this path.", {
      details: [`${request.method} ${request.url.slice(0, 200)}`],
    });
    return reply.code(404).send(error.toJSON());
  });
  app.setErrorHandler((raw: FastifyError, request, reply) => {
    const error = asRyuguError(raw);
    const status = error === undefined ? 500 : (STATUSES[error.code] ?? 500);
    if (status === 500) {
      onError(raw, { method: request.method, url: request.url });
      return reply.code(500).send(new InternalError("The node could not answer.").toJSON());
    }
    if (status === TOO_LARGE) drain(request, reply);
    return reply.code(status).send(error?.toJSON());
  });
}

/**
 * Lets a client finish sending what is already refused. Were the connection closed at once, as Fastify would,
 * most clients would see a broken pipe instead of the reason. Node throws the bytes away as they come.
 */
function drain(request: FastifyRequest, reply: FastifyReply): void {
  if (Number(request.headers["content-length"]) <= DRAINED) reply.removeHeader("connection");
}

function asRyuguError(error: FastifyError): RyuguError | undefined {
  if (error instanceof RyuguError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation
      .slice(0, 8)
      .map(
        ({ instancePath, message }) => `${instancePath || "(the whole)"}: ${message ?? "invalid"}`,
      );
    return new InvalidRequestError("The request does not have the shape it should.", { details });
  }
  const status = error.statusCode;
  if (status === TOO_LARGE)
    return new RequestTooLargeError("The request's body is too large.", {
      details: ["The limit is 64 KiB."],
    });
  if (status === TOO_MANY)
    return new TooManyRequestsError("Too many requests from this address.", {
      details: [error.message],
    });
  if (status !== undefined && status >= 400 && status < 500) {
    return new InvalidRequestError("The request cannot be read.", {
      details: [error.message.slice(0, 200)],
    });
  }
  return undefined;
}
