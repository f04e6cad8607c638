import { jsonAnswer, privateAnswer } from "../answer.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { OrderBoard } from "./board.ts";

const CREATED = 201;

/** `GET /orders`: what people offer. `POST /orders`: one's own order, signed. */
export function orderRoutes(board: OrderBoard): Route[] {
  return [
    {
      method: "GET",
      path: "/orders",
      limit: { burst: 120, perMinute: 240 },
      handle() {
        // What was sold or moved elsewhere is found on the side: nobody waits for the chain to read.
        board.look().catch(() => undefined);
        return jsonAnswer(200, { orders: board.list() });
      },
    },
    {
      method: "POST",
      path: "/orders",
      limit: { burst: 10, perMinute: 20 },
      handle: signedIn(async (request, { address }) =>
        privateAnswer(CREATED, { id: await board.put(await request.body(), address) }),
      ),
    },
  ];
}
