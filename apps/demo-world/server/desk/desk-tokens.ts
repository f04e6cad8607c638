import { createHash, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { RandomBytes } from "@ryugu/sdk/primitives";
import type { StoreModule, WorldStore } from "../store/world-store.ts";
import { writePrivateFile } from "./private-file.ts";

/** The desks' tokens, hashed. */
export const DESK_TABLES: StoreModule = {
  name: "desk",
  migrations: ["CREATE TABLE desk_tokens (slug TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT;"],
};

/** Lets a company's staff in. */
export interface DeskTokens {
  /** Whether a token is this desk's. Takes the same time whatever is wrong. */
  admits(slug: string, token: string): boolean;
}

const TOKEN_BYTES = 32;

/**
 * Opens the desks. A desk that is new gets a token; all new ones are written once into `handover`, a file for the
 * operator alone, who gives each company its own and may delete the file then. The database knows hashes only.
 */
export function openDeskTokens(
  store: WorldStore,
  slugs: readonly string[],
  handover: string,
  random: RandomBytes,
): DeskTokens {
  const hashOf = (slug: string) =>
    store.get("SELECT hash FROM desk_tokens WHERE slug = ?", slug)?.hash;
  const fresh = slugs.filter((slug) => hashOf(slug) === undefined);
  if (fresh.length > 0) {
    const made = fresh.map((slug) => {
      const token = Buffer.from(random(TOKEN_BYTES)).toString("base64url");
      return [slug, token] as const;
    });
    const known = existsSync(handover) ? JSON.parse(readFileSync(handover, "utf8")) : {};
    // The file first: a token that only a crash has seen is replaced by the next start.
    writePrivateFile(handover, JSON.stringify({ ...known, ...Object.fromEntries(made) }, null, 2));
    store.transaction(() => {
      for (const [slug, token] of made) {
        store.run("INSERT INTO desk_tokens VALUES (?, ?)", slug, digest(token).toString("hex"));
      }
    });
  }
  return {
    admits(slug, token) {
      const hash = hashOf(slug);
      const wanted = typeof hash === "string" ? Buffer.from(hash, "hex") : digest("no such desk");
      return timingSafeEqual(digest(token), wanted) && typeof hash === "string";
    },
  };
}

const digest = (token: string) => createHash("sha256").update(token).digest();
