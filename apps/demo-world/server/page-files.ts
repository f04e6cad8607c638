import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Answer, FRESH, IMMUTABLE } from "./answer.ts";
import { WorldServerError } from "./errors.ts";
import { typeByName } from "./media-type.ts";

interface PageFile {
  type: string;
  etag: string;
  /** The bytes by content encoding; `identity` is always there. */
  encodings: ReadonlyMap<string, Uint8Array>;
}

/**
 * The built page, held in memory. A path is looked up in a map that was made at start, so that no request
 * can name a file outside it, whatever its spelling.
 */
export interface PageFiles {
  /** The file at a URL path (`/` is `index.html`, `/zone` is `zone.html`), or undefined. */
  find(path: string, acceptEncoding: string, ifNoneMatch: string): Answer | undefined;
}

/** Below this, compression saves nothing. */
const MIN_COMPRESSED = 1_024;
const NOT_MODIFIED = 304;

/**
 * Reads the built page.
 *
 * @throws WorldServerError when the folder holds no built page
 */
export async function loadPageFiles(folder: string): Promise<PageFiles> {
  const files = await loadFiles(folder);
  if (files.find("/index.html", "", "") !== undefined) return files;
  throw new WorldServerError("The page is not built.", {
    details: [folder, "Build it first: npm run build"],
  });
}

/**
 * Reads a folder of files that are served as they are.
 *
 * @throws WorldServerError when the folder cannot be read
 */
export async function loadFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).split(sep).join("/");
    files.set(`/${name}`, toPageFile(name, await readFile(path)));
  }
  return {
    find(path, acceptEncoding, ifNoneMatch) {
      const file = files.get(path === "/" ? "/index.html" : path) ?? files.get(`${path}.html`);
      return file && answerWith(file, path, acceptEncoding, ifNoneMatch);
    },
  };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  } catch (cause) {
    throw new WorldServerError("A folder of the page's files cannot be read.", {
      cause,
      details: [folder],
    });
  }
}

function toPageFile(name: string, bytes: Uint8Array): PageFile {
  const type = typeByName(name);
  const encodings = new Map([["identity", bytes]]);
  if (bytes.length >= MIN_COMPRESSED && /^(text|application)\/|svg/.test(type)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    encodings.set("br", brotliCompressSync(bytes, { params }));
    encodings.set("gzip", gzipSync(bytes));
  }
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { type, etag, encodings };
}

function answerWith(file: PageFile, path: string, accepted: string, ifNoneMatch: string): Answer {
  const encoding = ["br", "gzip"].find(
    (name) =>
      file.encodings.has(name) &&
      new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  );
  const headers: Record<string, string> = {
    "content-type": file.type,
    // Vite names these by their content.
    "cache-control": path.startsWith("/assets/") ? IMMUTABLE : FRESH,
    etag: file.etag,
    vary: "accept-encoding",
  };
  if (ifNoneMatch === file.etag) return { status: NOT_MODIFIED, headers, body: new Uint8Array() };
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  const body = file.encodings.get(encoding ?? "identity") ?? new Uint8Array();
  return { status: 200, headers, body };
}
