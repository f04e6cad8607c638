import { RequestRefusedError } from "../errors.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Handler } from "./request.ts";

/** What the server answers under one path with one method. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** `/gifts/:kind`: each `:name` is one segment, decoded once. A last `*` is the whole rest, left as it is. */
  readonly path: string;
  readonly handle: Handler;
  /** How often one session, or one machine without a session, may ask. */
  readonly limit?: RateLimit;
}

/** A route that fits a request, with what stood in its pattern. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const BAD_REQUEST = 400;
const MAX_PARAM = 255;

/** Finds routes by method and path. */
export interface Router {
  /**
   * The route for a request; `"other-method"` with the methods that the path does know; undefined where no
   * route has this path.
   *
   * @throws RequestRefusedError where a segment is not percent-encoded UTF-8
   */
  find(method: string, path: string): Match | { readonly allowed: readonly string[] } | undefined;
}

/** Puts routes together. Where two fit one path, the first wins. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({ route, pattern: route.path.split("/") }));
  return {
    find(method, path) {
      const segments = path.split("/");
      const fitting = compiled.filter(({ pattern }) => fits(pattern, segments));
      if (fitting.length === 0) return undefined;
      const asked = method === "HEAD" ? "GET" : method;
      const found = fitting.find(({ route }) => route.method === asked);
      if (found === undefined) return { allowed: fitting.map(({ route }) => route.method) };
      return { route: found.route, params: readParams(found.pattern, segments) };
    },
  };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === "*";
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every((part, index) => {
    if (part === "*") return true;
    return part.startsWith(":") ? segments[index] !== "" : part === segments[index];
  });
}

function readParams(pattern: readonly string[], segments: readonly string[]) {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = decode(segments[index] ?? "");
  }
  return params;
}

function decode(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    if (text.length <= MAX_PARAM) return text;
  } catch (cause) {
    throw new RequestRefusedError(BAD_REQUEST, "The path is not percent-encoded UTF-8.", cause);
  }
  throw new RequestRefusedError(BAD_REQUEST, "A segment of the path is too long.");
}
