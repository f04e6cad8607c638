import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Claims } from "./claims.ts";

/** `POST /claims`: a credit that its payee claims by signature; the platform pays the gas. */
export const claimRoute = (claims: Claims): Route => ({
  method: "POST",
  path: "/claims",
  limit: { burst: 20, perMinute: 10 },
  handle: signedIn(async (request, { address }) => {
    const transaction = await claims.carryOut(await request.body(), address);
    return privateAnswer(200, { transaction });
  }),
});
