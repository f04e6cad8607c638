import { privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Studio } from "./studio.ts";

const CREATED = 201;

/** `POST /works`: a person makes a work of their own. */
export const workRoute = (studio: Studio): Route => ({
  method: "POST",
  path: "/works",
  limit: { burst: 12, perMinute: 12 },
  handle: signedIn(async (request, { address }) => {
    const { collection, tokenId, split, spot } = await studio.make(await request.body(), address);
    return privateAnswer(CREATED, { collection, tokenId: String(tokenId), split, spot });
  }),
});
