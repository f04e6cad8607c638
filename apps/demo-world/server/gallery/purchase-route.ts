import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import { PlatformNotReadyError } from "../setup/errors.ts";
import type { Purchases } from "./purchases.ts";

/** `POST /purchases`: a purchase that its buyer signed; the gallery pays the gas. */
export const purchaseRoute = (purchases: () => Purchases | undefined): Route => ({
  method: "POST",
  path: "/purchases",
  limit: { burst: 10, perMinute: 20 },
  handle: signedIn(async (request, { address }) => {
    const open = purchases();
    if (open === undefined) throw new PlatformNotReadyError("The gallery is being hung.");
    const transaction = await open.carryOut(await request.body(), address);
    return privateAnswer(200, { transaction });
  }),
});
