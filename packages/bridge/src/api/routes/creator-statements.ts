import {
  type Period,
  parsePeriod,
  periodSeconds,
  type SignedStatement,
  signedStatementSchema,
} from "@ryugu/sdk/payout/statement";
import type { StatementFile } from "@ryugu/sdk/payout/statement/node";
import { address } from "@ryugu/sdk/primitives";
import type { FastifyReply } from "fastify";
import { StatementsOffError, StatementTooLongError } from "../../domain/errors.ts";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { addressGroup } from "../limits/address.ts";
import { createTimeBudget, type Spender } from "../limits/time-budget.ts";
import { statementParamSchema, statementQuerySchema } from "../schemas/creator-statements.ts";
import { errorSchema } from "../schemas.ts";
import { shareWork } from "../share-work.ts";

/** A leap year, in seconds. */
const LONGEST = 366 * 86_400;
/** How long a statement is answered again, in milliseconds: so a page's JSON and PDF are of the same blocks. */
const AGE = 10_000;
/** Of each kind made at one time, and kept: one may be of some 10 MB. */
const LIMITS = { age: AGE, atOnce: 4, mostKept: 8 };

/** What one creator got in a period, signed: as JSON, CSV or PDF. All of it is what anybody reads on the chains. */
export function creatorStatementRoutes(
  app: App,
  { creatorStatements, clock }: Pick<ApiContext, "creatorStatements" | "clock">,
): void {
  const budget = createTimeBudget(clock);
  const made = () => {
    if (creatorStatements !== undefined) return creatorStatements;
    throw new StatementsOffError("This node makes no creators' statements.");
  };
  const derived = shareWork(
    (_: string, by: Spender, account: string, period: Period) =>
      by.spend((onSpent) => made().sign(address(account), period, onSpent)),
    { ...LIMITS, clock },
  );
  const written = shareWork(
    (_: string, by: Spender, statement: SignedStatement, options: FileOptions) =>
      by.spend((onSpent) => made().render(statement, options, onSpent)),
    { ...LIMITS, clock },
  );

  app.get(
    "/v1/statements/:account/:period",
    {
      schema: {
        summary:
          "What an account got in a period, derived from final blocks and signed: canonical JSON (RFC 8785), CSV or PDF.",
        description:
          "`isComplete` says whether every chain was read beyond the period's end. The entity tag is the statement's digest. What is not in the node's currencies is left out.",
        params: statementParamSchema,
        querystring: statementQuerySchema,
        response: {
          200: signedStatementSchema,
          404: errorSchema.describe("This node makes no statements."),
          422: errorSchema.describe(
            "The period is too long for this node, or the facts contradict.",
          ),
          501: errorSchema.describe("This node cannot write PDF."),
          503: errorSchema.describe("Not all was read yet; ask again in a moment."),
        },
      },
    },
    async ({ params, query: { format, language }, ip, headers }, reply) => {
      const account = params.account.toLowerCase();
      const period = boundedPeriod(params.period);
      const by = budget.open(addressGroup(ip));
      const key = `${account}/${period.from}/${period.to}`;
      const { statement, digest } = await derived(key, by, account, period);
      const tag = `"${digest}"`;
      reply.header("etag", tag).header("cache-control", "no-cache");
      if (headers["if-none-match"] === tag) return sendNothing(reply);
      const file = await written(`${digest}/${format}/${language}`, by, statement, {
        ...{ format, language },
      });
      return sendFile(reply, file);
    },
  );
}

type FileOptions = Parameters<NonNullable<ApiContext["creatorStatements"]>["render"]>[1];

function boundedPeriod(text: string): Period {
  const period = parsePeriod(text);
  const { from, to } = periodSeconds(period);
  if (to - from <= LONGEST) return period;
  throw new StatementTooLongError("A statement is of a year at most.", {
    details: [`Asked for: ${period.from} to ${period.to}`, "Ask for a shorter period."],
  });
}

/** Whoever asks has it already. */
const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(304).send();

/** The file's own bytes: no serializer may change what was signed. */
function sendFile(reply: FastifyReply, { name, mediaType, bytes }: StatementFile): FastifyReply {
  return reply
    .type(mediaType)
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("x-content-type-options", "nosniff")
    .send(Buffer.from(bytes));
}
