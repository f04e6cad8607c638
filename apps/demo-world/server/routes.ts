import type { ZoneTrust } from "@ryugu/sdk/zone";
import { type Answer, FRESH, jsonAnswer } from "./answer.ts";
import { answerContent, type ContentReader } from "./content-route.ts";
import { RequestRefusedError } from "./errors.ts";
import type { Handler, WorldRequest } from "./http/request.ts";
import type { Route } from "./http/route.ts";
import type { PageFiles } from "./page-files.ts";
import { pagePolicy } from "./security-headers.ts";
import type { ZoneFile } from "./zone-file.ts";

/** What every world server answers from. */
export interface BaseParts {
  readonly page: PageFiles;
  readonly zone: ZoneFile;
  readonly content: ContentReader;
  readonly trust: Readonly<ZoneTrust>;
  /** What `/health` tells besides. */
  readonly health: () => Readonly<Record<string, number | boolean>>;
}

const TEMPORARY_REDIRECT = 307;
const NOT_FOUND = 404;

/** What every world server answers beside the page's files. */
export function baseRoutes({ zone, content, trust, health }: BaseParts): Route[] {
  return [
    { method: "GET", path: "/health", handle: () => jsonAnswer(200, { ok: true, ...health() }) },
    { method: "GET", path: "/config.json", handle: () => jsonAnswer(200, { trust }) },
    { method: "GET", path: "/zone.json", handle: async () => manifestAnswer(await zone.bytes()) },
    { method: "GET", path: "/ipfs/*", handle: ({ path }) => answerContent(content, path) },
  ];
}

/** This machine by number: passkeys need a name, and the platform's is another origin. */
const LOOPBACK = /^(?:127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Answers with one of the page's files. Throws RequestRefusedError (404).
 *
 * @param publicUrl - where the platform's pages have their home
 */
export function pageHandler({ page, zone }: BaseParts, publicUrl?: string): Handler {
  return async (request) => {
    if (publicUrl !== undefined && isAskedByNumber(request, publicUrl)) {
      return redirect(`${publicUrl}${request.path}`);
    }
    const file = page.find(
      request.path,
      request.header("accept-encoding"),
      request.header("if-none-match"),
    );
    if (file === undefined) throw new RequestRefusedError(NOT_FOUND, "There is nothing here.");
    const { services, platforms } = await zone.origins();
    const sockets = platforms.map((origin) => origin.replace(/^http/, "ws"));
    const connect = [...services, ...platforms, ...sockets];
    const policy = pagePolicy({ connect, images: platforms });
    return { ...file, headers: { ...file.headers, "content-security-policy": policy } };
  };
}

/** A document only: what a page loads comes from where the page is. */
function isAskedByNumber(request: WorldRequest, publicUrl: string): boolean {
  const host = request.header("host");
  const isDocument = request.header("sec-fetch-dest") === "document";
  // A request line may hold more than a path: what is sent on must not change the host.
  const isPath = request.path.startsWith("/");
  return isDocument && isPath && LOOPBACK.test(host) && new URL(publicUrl).host !== host;
}

function redirect(location: string): Answer {
  return {
    status: TEMPORARY_REDIRECT,
    headers: { location, "cache-control": FRESH },
    body: new Uint8Array(),
  };
}

function manifestAnswer(body: Uint8Array): Answer {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": FRESH };
  return { status: 200, headers, body };
}
