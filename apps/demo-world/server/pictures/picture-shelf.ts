import { type ContentStore, computeContentId } from "@ryugu/sdk/content";
import type { Address } from "@ryugu/sdk/primitives";
import { sniffMediaType } from "../media-type.ts";
import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";
import { type Dimensions, readDimensions } from "./dimensions.ts";
import { PictureRefusedError } from "./errors.ts";

/** Pictures that were looked at and can be hung. The bytes are in the content store. */
export const PICTURE_TABLES: StoreModule = {
  name: "pictures",
  migrations: [
    `CREATE TABLE pictures (
       cid TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       media_type TEXT NOT NULL,
       bytes INTEGER NOT NULL,
       width INTEGER NOT NULL,
       height INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX pictures_accounts ON pictures (account);`,
  ],
};

/** A picture that somebody brought. */
export interface Picture extends Dimensions {
  readonly cid: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** Pictures that people brought, to make works of. */
export interface PictureShelf {
  find(cid: string): Picture | undefined;
  /**
   * Keeps a picture. The same file again changes nothing, whoever brings it.
   *
   * @throws PictureRefusedError
   */
  bring(bytes: Uint8Array, account: Address): Promise<Picture>;
}

/** What the shelf is made of. */
export interface PictureShelfParts {
  readonly store: WorldStore;
  readonly content: ContentStore;
  readonly limits: PictureLimits;
}

/** The most bytes of pictures. */
export interface PictureLimits {
  readonly ofPerson: number;
  readonly ofAll: number;
}

/** The largest file, in bytes. */
export const MAX_PICTURE = 4 * 1_024 * 1_024;
/** The longest side, in pixels. */
const MAX_SIDE = 4_096;
/** One person brings sixteen of the largest. */
export const pictureLimits = (ofAll: number): PictureLimits => ({
  ofPerson: 16 * MAX_PICTURE,
  ofAll,
});
const TYPES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);

/** Opens the shelf. */
export function openPictureShelf({ store, content, limits }: PictureShelfParts): PictureShelf {
  const find = (cid: string) => {
    const row = store.get("SELECT * FROM pictures WHERE cid = ?", cid);
    return row === undefined ? undefined : read(row);
  };
  const sum = (where: string, ...values: string[]) =>
    Number(
      store.get(`SELECT coalesce(sum(bytes), 0) AS sum FROM pictures ${where}`, ...values)?.sum ??
        0,
    );

  /** What is there already takes no room. */
  async function checkRoom(bytes: Uint8Array, account: Address): Promise<void> {
    const isOwnFull = sum("WHERE account = ?", account) + bytes.length > limits.ofPerson;
    const isFull = sum("") + bytes.length > limits.ofAll;
    if (!isOwnFull && !isFull) return;
    if (find(await computeContentId(bytes)) !== undefined) return;
    throw isOwnFull
      ? new PictureRefusedError("your-room", "You have brought as many pictures as anybody may.")
      : new PictureRefusedError("room", "This platform has no room for more pictures.");
  }

  return {
    find,
    async bring(bytes, account) {
      const mediaType = sniffMediaType(bytes);
      if (!TYPES.has(mediaType)) {
        throw new PictureRefusedError("type", "A picture is a PNG, JPEG or WebP file.");
      }
      const dimensions = readDimensions(mediaType, bytes);
      if (dimensions === undefined) {
        throw new PictureRefusedError("damaged", "The picture's file is damaged or cut off.");
      }
      const { width, height } = dimensions;
      if (Math.min(width, height) < 1 || Math.max(width, height) > MAX_SIDE) {
        throw new PictureRefusedError(
          "dimensions",
          `A picture's sides are 1 to ${MAX_SIDE} pixels.`,
        );
      }
      await checkRoom(bytes, account);
      const cid = await content.put(bytes);
      store.run(
        "INSERT OR IGNORE INTO pictures VALUES (?, ?, ?, ?, ?, ?)",
        ...[cid, account, mediaType, bytes.length, width, height],
      );
      return { cid, mediaType, size: bytes.length, width, height };
    },
  };
}

const read = (row: Row): Picture => ({
  cid: String(row.cid),
  mediaType: String(row.media_type),
  size: Number(row.bytes),
  width: Number(row.width),
  height: Number(row.height),
});
