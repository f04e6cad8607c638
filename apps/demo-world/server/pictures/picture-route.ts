import { privateAnswer } from "../answer.ts";
import { BodyRefusedError, ServerBusyError } from "../http/errors.ts";
import { signedIn } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Log } from "../log.ts";
import { MAX_PICTURE, type PictureShelf } from "./picture-shelf.ts";

/** A dozen at once, one a minute after. */
const LIMIT = { burst: 12, perMinute: 1 };
/** Each is held in memory while it is read. */
const MAX_AT_ONCE = 8;
const UNSUPPORTED = 415;
const CREATED = 201;
/** What a browser says of a file; what it is, its bytes say. */
const TYPE = /^(?:image\/(?:png|jpeg|webp)|application\/octet-stream)\s*(?:;|$)/i;

/** `POST /pictures`: a person brings a picture, to make a work of it. */
export function pictureRoute(shelf: PictureShelf, log: Log): Route {
  /** The sessions whose pictures are being read: one each, so that no one person keeps all others waiting. */
  const reading = new Set<string>();
  return {
    method: "POST",
    path: "/pictures",
    limit: LIMIT,
    handle: signedIn(async (request, { id, address }) => {
      if (!TYPE.test(request.header("content-type"))) {
        throw new BodyRefusedError(UNSUPPORTED, "The body has to be a PNG, JPEG or WebP picture.");
      }
      if (reading.has(id) || reading.size >= MAX_AT_ONCE) {
        throw new ServerBusyError("Too many pictures are being brought at once.");
      }
      reading.add(id);
      try {
        const bytes = await request.bytes(MAX_PICTURE);
        const { cid, width, height } = await shelf.bring(bytes, address);
        log("picture-brought", { bytes: bytes.length });
        return privateAnswer(CREATED, { picture: cid, width, height });
      } finally {
        reading.delete(id);
      }
    }),
  };
}
