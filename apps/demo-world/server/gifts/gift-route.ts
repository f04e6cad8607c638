import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import { PlatformNotReadyError } from "../setup/errors.ts";
import type { GiftTable } from "./gift-table.ts";

/** `POST /gifts/<kind>`: one to each person. */
export const giftRoute = (table: () => GiftTable | undefined): Route => ({
  method: "POST",
  path: "/gifts/:kind",
  limit: { burst: 10, perMinute: 10 },
  handle: signedIn(async ({ params }, { address }) => {
    const laid = table();
    if (laid === undefined) throw new PlatformNotReadyError("The gifts are being laid out.");
    return privateAnswer(200, { token: await laid.give(address, params.kind ?? "") });
  }),
});
