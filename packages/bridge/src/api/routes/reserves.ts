import { address, canonicalJson } from "@ryugu/sdk/primitives";
import { claimCertificateSchema, reserveStatementSchema } from "@ryugu/sdk/reserves";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import {
  dayParamSchema,
  daysQuerySchema,
  holderParamSchema,
  reservesSchema,
  statementDaysSchema,
} from "../schemas/reserves.ts";
import { errorSchema } from "../schemas.ts";
import { shareWork } from "../share-work.ts";

/** Later than every day: where listing begins. */
const END_OF_DAYS = "9999-12-31";
/** How long a certificate is answered again, in milliseconds: making one asks every chain. */
const CERTIFICATE_AGE = 5_000;
/** Certificates that are made at one time. */
const AT_ONCE = 4;

/** What vaults hold and owe: the last audit, signed statements, signed certificates. */
export function reserveRoutes(app: App, { store, certify, clock }: ApiContext): void {
  app.get(
    "/v1/reserves",
    {
      schema: {
        summary: "The last audit: what every vault holds and owes, at final blocks.",
        response: { 200: reservesSchema, 404: errorSchema },
      },
    },
    async (_, reply) => {
      const audit = await store.audit();
      if (audit === undefined) throw new NotFoundError("No audit has been finished yet.");
      const { time, chains, reserves, unread } = audit;
      const body = { time, chains, reserves, unread };
      // Its parts are the SDK's schemas, which read and do not write.
      return reply.type("application/json").serializer(JSON.stringify).send(body);
    },
  );

  app.get(
    "/v1/statements",
    {
      schema: {
        summary: "The days that this validator has made a signed statement of, newest first.",
        querystring: daysQuerySchema,
        response: { 200: statementDaysSchema },
      },
    },
    async ({ query: { before = END_OF_DAYS, limit } }) => {
      const days = await store.statementDays(before, limit);
      return { days, ...(days.length < limit ? {} : { next: days.at(-1) }) };
    },
  );

  app.get(
    "/v1/statements/:day",
    {
      schema: {
        summary: "A day's signed statement, as canonical JSON (RFC 8785); `latest` for the newest.",
        params: dayParamSchema,
        response: { 200: reserveStatementSchema, 404: errorSchema },
      },
    },
    async ({ params: { day } }, reply) => {
      const wanted = day === "latest" ? (await store.statementDays(END_OF_DAYS, 1))[0] : day;
      const statement = wanted === undefined ? undefined : await store.statement(wanted);
      if (statement === undefined) throw new NotFoundError("There is no statement of this day.");
      // What was signed is passed on byte for byte, not through a serializer.
      return reply.type("application/json").serializer(canonicalJson).send(statement);
    },
  );

  const shared = shareWork(certify, { age: CERTIFICATE_AGE, atOnce: AT_ONCE, clock });
  app.get(
    "/v1/certificates/:address",
    {
      schema: {
        summary:
          "What one holder has in each collection that they sent or were sent, signed, as canonical JSON (RFC 8785).",
        params: holderParamSchema,
        response: { 200: claimCertificateSchema, 429: errorSchema },
      },
    },
    async ({ params }, reply) => {
      const certificate = await shared(address(params.address.toLowerCase()));
      return reply.type("application/json").serializer(canonicalJson).send(certificate);
    },
  );
}
