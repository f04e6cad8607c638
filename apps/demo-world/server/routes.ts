import type { ZoneTrust } from "@ryugu/sdk/zone";
import { type Answer, FRESH, jsonAnswer } from "./answer.ts";
import { answerContent, type ContentReader } from "./content-route.ts";
import { RequestRefusedError } from "./errors.ts";
import type { PageFiles } from "./page-files.ts";
import { pagePolicy } from "./security-headers.ts";
import type { ZoneFile } from "./zone-file.ts";

/** What the routes answer from. */
export interface WorldParts {
  page: PageFiles;
  zone: ZoneFile;
  content: ContentReader;
  trust: Readonly<ZoneTrust>;
}

/** The parts of a request that a route may look at. */
export interface WorldRequest {
  /** The URL's path, still percent-encoded. */
  path: string;
  acceptEncoding: string;
  ifNoneMatch: string;
}

const NOT_FOUND = 404;

/** Answers one GET request. Throws RequestRefusedError for what it will not answer. */
export async function answerRequest(parts: WorldParts, request: WorldRequest): Promise<Answer> {
  const { path } = request;
  if (path === "/health") return jsonAnswer(200, { ok: true });
  if (path === "/config.json") return jsonAnswer(200, { trust: parts.trust });
  if (path === "/zone.json") return manifestAnswer(await parts.zone.bytes());
  if (path.startsWith("/ipfs/")) return answerContent(parts.content, path);
  const file = parts.page.find(path, request.acceptEncoding, request.ifNoneMatch);
  if (file === undefined) throw new RequestRefusedError(NOT_FOUND, "There is nothing here.");
  const policy = pagePolicy(await parts.zone.origins());
  return { ...file, headers: { ...file.headers, "content-security-policy": policy } };
}

function manifestAnswer(body: Uint8Array): Answer {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": FRESH };
  return { status: 200, headers, body };
}
