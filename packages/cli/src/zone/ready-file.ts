import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { unreadable } from "../input/read-source.ts";

/** Where a local zone says what it is made of. */
const READY_FILE = join(".ryugu", "ready.json");

/** What a local zone's `ready.json` tells the command. It may hold more. */
const readySchema = z.object({
  /** The signed manifest: a path from the file's folder, or a URL. */
  manifest: z.string(),
  trust: z.object({ zoneId: z.string(), genesisSetHash: z.string() }),
  person: z.optional(z.object({ keystore: z.string(), passphraseFile: z.string() })),
  /** The folder of the zone's content store. */
  contentFolder: z.optional(z.string()),
});

/** A local zone's `ready.json`, its paths made absolute. */
export interface ReadyFile {
  path: string;
  manifest: string;
  trust: { zoneId: string; genesisSetHash: string };
  person?: { keystore: string; passphraseFile: string };
  contentFolder?: string;
}

/**
 * Reads a local zone's `ready.json`.
 *
 * @param place - the file itself, or its folder
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError
 */
export async function readReadyFile(place: string): Promise<ReadyFile> {
  const path = await fileIn(place);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw unreadable(place, path, cause);
  });
  const ready = parseShape(readySchema, parseJson(text), `The zone's ${path}`);
  const from = (name: string) => (/^https?:/.test(name) ? name : resolve(dirname(path), name));
  return {
    path,
    manifest: from(ready.manifest),
    trust: ready.trust,
    ...(ready.person && {
      person: {
        keystore: from(ready.person.keystore),
        passphraseFile: from(ready.person.passphraseFile),
      },
    }),
    ...(ready.contentFolder !== undefined && { contentFolder: from(ready.contentFolder) }),
  };
}

/** The `ready.json` of the zone that runs in a folder or the nearest one above it, if there is one. */
export async function findReadyFile(folder: string): Promise<string | undefined> {
  const candidate = join(folder, READY_FILE);
  if (await isFile(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : findReadyFile(parent);
}

async function fileIn(place: string): Promise<string> {
  const path = resolve(place);
  if (await isFile(path)) return path;
  const candidates = [join(path, "ready.json"), join(path, READY_FILE)];
  for (const candidate of candidates) if (await isFile(candidate)) return candidate;
  return path;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
