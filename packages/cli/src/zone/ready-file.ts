import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import type { Cli } from "../cli.ts";
import { isWebAddress, unreadable } from "../input/read-source.ts";

/** Where a local zone says what it is made of, while it runs. */
const READY_FILE = join(".ryugu", "ready.json");

/** What the command reads of a local zone's `ready.json`; there is more in it. */
const readySchema = z.object({
  schema: z.literal("ryugu-ready/1"),
  zone: z.object({ id: z.string(), genesisSetHash: z.string(), manifest: z.string() }),
  accounts: z.optional(
    z.object({
      person: z.optional(z.object({ keystore: z.string(), passphrase: z.string() })),
    }),
  ),
  contentStore: z.optional(z.string()),
});

/** What a zone that runs on this machine knows beforehand: its manifest, its person's key, its store. */
export interface LocalZone {
  /** The signed manifest: a file or a URL. */
  manifest: string;
  trust: { zoneId: string; genesisSetHash: string };
  /** The key that signs where no other is named. */
  person?: { keystore: string; passphraseFile: string };
  /** The folder of the zone's content store. */
  contentFolder?: string;
}

/**
 * The zone that `RYUGU_ZONE` names, or that runs in this folder or the nearest one above it, if there is one.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError
 */
export async function findLocalZone(cli: Cli): Promise<LocalZone | undefined> {
  const named = cli.env.RYUGU_ZONE;
  const path = named ? await fileIn(resolve(cli.cwd, named)) : await findUpwards(cli.cwd);
  return path === undefined ? undefined : readReadyFile(path);
}

async function readReadyFile(path: string): Promise<LocalZone> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw unreadable(path, path, cause);
  });
  const { zone, accounts, contentStore } = parseShape(
    readySchema,
    parseJson(text),
    `The zone's ${path}`,
  );
  const person = accounts?.person;
  const from = (name: string) => (isWebAddress(name) ? name : resolve(dirname(path), name));
  return {
    manifest: from(zone.manifest),
    trust: { zoneId: zone.id, genesisSetHash: zone.genesisSetHash },
    ...(person && {
      person: { keystore: from(person.keystore), passphraseFile: from(person.passphrase) },
    }),
    ...(contentStore !== undefined && { contentFolder: from(contentStore) }),
  };
}

async function findUpwards(folder: string): Promise<string | undefined> {
  const candidate = join(folder, READY_FILE);
  if (await isFile(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpwards(parent);
}

/** The file itself, or the one in a zone's folder or a folder that holds one. */
async function fileIn(place: string): Promise<string> {
  for (const candidate of [join(place, "ready.json"), join(place, READY_FILE)]) {
    if (await isFile(candidate)) return candidate;
  }
  return place;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
