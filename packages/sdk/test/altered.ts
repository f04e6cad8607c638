/** A path to a value inside a JSON document. */
type Path = readonly (string | number)[];

/** The code of the error that a call throws. */
export function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "nothing was thrown";
}

/** Every leaf of a JSON value, as a path to it. */
export function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy with one leaf replaced by something else of its kind. */
export function altered<Document extends object>(document: Document, path: Path): Document {
  const copy = structuredClone(document);
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  const last = path.at(-1) ?? "";
  const value = parent[last];
  if (typeof value === "boolean") parent[last] = !value;
  else if (typeof value === "number") parent[last] = value + 1;
  else parent[last] = `${value}`.replace(/.$/u, (char) => (char === "1" ? "2" : "1"));
  return copy;
}
