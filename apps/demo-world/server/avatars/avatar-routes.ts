import { jsonAnswer } from "../answer.ts";
import { BodyRefusedError, ServerBusyError } from "../http/errors.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Log } from "../log.ts";
import type { AvatarShelf } from "./avatar-shelf.ts";
import { MAX_AVATAR } from "./inspect.ts";

/** Five in an hour for one session. */
const LIMIT = { burst: 5, perMinute: 5 / 60 };
/** Each is held in memory while it is read. */
const MAX_AT_ONCE = 4;
const UNSUPPORTED = 415;
const CREATED = 201;
const TYPE = /^(?:model\/gltf-binary|application\/octet-stream)\s*(?:;|$)/i;

/** `POST /avatars`: a person brings their own `.vrm`. */
export function avatarRoutes(shelf: AvatarShelf, log: Log): Route[] {
  /** The sessions whose avatars are being read: one each, so that no one person keeps all others waiting. */
  const reading = new Set<string>();
  return [
    {
      method: "POST",
      path: "/avatars",
      limit: LIMIT,
      handle: signedIn(async (request, { id }) => {
        if (!TYPE.test(request.header("content-type"))) {
          throw new BodyRefusedError(UNSUPPORTED, "The body has to be model/gltf-binary.");
        }
        if (reading.has(id) || reading.size >= MAX_AT_ONCE) {
          throw new ServerBusyError("Too many avatars are being brought at once.");
        }
        reading.add(id);
        try {
          const bytes = await request.bytes(MAX_AVATAR);
          const brought = await shelf.bring(bytes);
          log("avatar-brought", { bytes: bytes.length, drawCalls: brought.drawCalls });
          return jsonAnswer(CREATED, brought);
        } finally {
          reading.delete(id);
        }
      }),
    },
  ];
}
