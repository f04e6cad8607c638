import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { YenPurse } from "./yen-purse.ts";

/** `POST /yen`: test yen, once to each person. */
export const yenRoute = (purse: YenPurse): Route => ({
  method: "POST",
  path: "/yen",
  limit: { burst: 10, perMinute: 10 },
  handle: signedIn(async (_, { address }) => {
    const { given, balance } = await purse.give(address);
    return privateAnswer(200, { given: String(given), balance: String(balance) });
  }),
});
