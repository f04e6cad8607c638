import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Purchases } from "./purchases.ts";

/** `POST /purchases`: a purchase that its buyer signed; the platform pays the gas. */
export const purchaseRoute = (purchases: Purchases): Route => ({
  method: "POST",
  path: "/purchases",
  limit: { burst: 10, perMinute: 20 },
  handle: signedIn(async (request, { address }) => {
    const transaction = await purchases.carryOut(await request.body(), address);
    return privateAnswer(200, { transaction });
  }),
});
