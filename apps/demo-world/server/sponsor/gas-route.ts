import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Sponsor } from "./sponsor.ts";

/** `POST /gas`: coins for a crossing. */
export const gasRoute = (sponsor: Sponsor): Route => ({
  method: "POST",
  path: "/gas",
  limit: { burst: 10, perMinute: 10 },
  handle: signedIn(async (_, { address }) => {
    const { given, left, balance } = await sponsor.fill(address);
    return privateAnswer(200, {
      given: String(given),
      left: String(left),
      balance: String(balance),
    });
  }),
});
