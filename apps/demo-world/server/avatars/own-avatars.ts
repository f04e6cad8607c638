import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { RequestRefusedError, WorldServerError } from "../errors.ts";
import type { Route } from "../http/route.ts";
import { loadFiles, type PageFiles } from "../page-files.ts";

const MAX_LIST = 64_000;
const NOT_FOUND = 404;

const listSchema = z
  .array(z.object({ id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)) }))
  .check(z.maxLength(64));

/** The zone's own avatars: files that everybody may wear. */
export interface OwnAvatars {
  readonly ids: ReadonlySet<string>;
  readonly files: PageFiles;
}

/**
 * Reads the folder with the zone's own avatars: `avatars.json`, and what lies beside it.
 *
 * @throws WorldServerError when they were not built
 */
export async function loadOwnAvatars(folder: string): Promise<OwnAvatars> {
  const files = await loadFiles(folder);
  try {
    const text = await readFile(join(folder, "avatars.json"), "utf8");
    const list = parseShape(listSchema, parseJson(text, MAX_LIST), "The list of avatars");
    return { ids: new Set(list.map(({ id }) => id)), files };
  } catch (cause) {
    throw new WorldServerError("The avatars are not built.", { cause, details: [folder] });
  }
}

/** Answers `/avatars/<file>`. */
export function ownAvatarRoutes({ files }: OwnAvatars): Route[] {
  return [
    {
      method: "GET",
      path: "/avatars/:file",
      handle(request) {
        const found = files.find(
          `/${request.params.file}`,
          request.header("accept-encoding"),
          request.header("if-none-match"),
        );
        if (found !== undefined) return found;
        throw new RequestRefusedError(NOT_FOUND, "There is no such avatar.");
      },
    },
  ];
}
