import { RyuguError } from "@ryugu/sdk/errors";
import { toCashOutJson } from "@ryugu/sdk/payout";
import { type Answer, privateAnswer } from "../answer.ts";
import { RequestRefusedError } from "../errors.ts";
import { type Session, signedIn, type WorldRequest } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { PersonalCashOut } from "./personal-cash-out.ts";

/** As the issuer itself answers, so that whoever speaks with issuers speaks with a platform too. */
const STATUS: Readonly<Record<string, number>> = {
  "invalid-shape": 400,
  "invalid-hex": 400,
  "invalid-cash-out": 422,
  "invalid-bank-account": 422,
  "cash-out-too-small": 422,
  "cash-out-not-found": 404,
  "cash-out-too-late": 409,
  "cash-out-unavailable": 503,
};
const BAD_REQUEST = 400;
const READING = { burst: 60, perMinute: 120 };
const ASKING = { burst: 6, perMinute: 6 };

/** `/cash-out/v1/…`: an issuer's API, for what is the session's own. `httpCashOut` of the SDK speaks it. */
export function cashOutRoutes(desk: PersonalCashOut): Route[] {
  const answer = (work: (request: WorldRequest, session: Session) => Promise<Told>) =>
    signedIn(async (request, session) => {
      try {
        return privateAnswer(200, JSON.parse(toCashOutJson(await work(request, session))));
      } catch (error) {
        return refusal(error);
      }
    });
  return [
    {
      method: "GET",
      path: "/cash-out/v1/terms",
      limit: READING,
      handle: answer(() => desk.terms()),
    },
    {
      method: "GET",
      path: "/cash-out/v1/quote",
      limit: READING,
      handle: answer(({ query }) => desk.quote(...readQuote(query))),
    },
    {
      method: "POST",
      path: "/cash-out/v1/cash-outs",
      limit: ASKING,
      handle: answer(async (request, { address }) => desk.request(await request.body(), address)),
    },
    {
      method: "GET",
      path: "/cash-out/v1/cash-outs/:id",
      limit: READING,
      handle: answer(({ params }, { address }) => desk.status(params.id ?? "", address)),
    },
    {
      method: "POST",
      path: "/cash-out/v1/cash-outs/:id/cancel",
      limit: ASKING,
      handle: answer(({ params }, { address }) => desk.cancel(params.id ?? "", address)),
    },
  ];
}

type Told = Parameters<typeof toCashOutJson>[0];

function readQuote(query: URLSearchParams): [bigint, string] {
  const [amount, bankCode] = [query.get("amount") ?? "", query.get("bankCode") ?? ""];
  if (/^[0-9]{1,78}$/.test(amount) && /^[0-9]{4}$/.test(bankCode))
    return [BigInt(amount), bankCode];
  throw new RequestRefusedError(
    BAD_REQUEST,
    "A quote takes amount, in units, and bankCode, 4 digits.",
  );
}

/** An issuer's refusal in its own form. Throws again what is no issuer's. */
function refusal(error: unknown): Answer {
  const status = error instanceof RyuguError ? STATUS[error.code] : undefined;
  if (!(error instanceof RyuguError) || status === undefined) throw error;
  const { reason, field } = error as { reason?: unknown; field?: unknown };
  return privateAnswer(status, { ...error.toJSON(), reason, field });
}
