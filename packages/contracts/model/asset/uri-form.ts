import type { Standard } from "../words.ts";

/** How a URI is carried, before its record has a number. */
export type UriForm =
  | {
      readonly form: "constant" | "decimal" | "hex";
      readonly prefix: string;
      readonly suffix: string;
    }
  | {
      readonly form: "cidV0" | "cidV1Raw" | "cidV1DagPb";
      readonly prefix: string;
      readonly suffix: string;
      readonly digest: string;
    }
  | { readonly form: "exact"; readonly uri: string };

const MOST_PREFIX = 512;
const MOST_SUFFIX = 128;

/**
 * Finds a token's id in its URI. Texts without one are carried exactly, also those that are everyone's (decision 4). A
 * simulation that needs the forms for content ids gives a function of its own.
 */
export function chooseForm(uri: string, id: bigint, standard: Standard): UriForm {
  if (uri === "") return { form: "constant", prefix: "", suffix: "" };
  if (standard === "erc1155" && uri.includes("{id}")) return forEveryone(uri);
  const hex = id.toString(16).padStart(64, "0");
  const hexAt = standard === "erc1155" ? lastAlone(uri, hex) : -1;
  if (hexAt >= 0) return around(uri, hexAt, hex, "hex");
  const decimal = id.toString();
  const at = lastAlone(uri, decimal);
  return at < 0 ? { form: "exact", uri } : around(uri, at, decimal, "decimal");
}

/** A text that is the same for all tokens of an ERC-1155, whose readers put the id in. */
function forEveryone(uri: string): UriForm {
  const bytes = Buffer.from(uri);
  const [prefix, suffix] = [bytes.subarray(0, MOST_PREFIX), bytes.subarray(MOST_PREFIX)];
  if (suffix.length > MOST_SUFFIX) return { form: "exact", uri };
  return { form: "constant", prefix: prefix.toString(), suffix: suffix.toString() };
}

/** The last place where a text stands alone between other characters, or -1. */
function lastAlone(uri: string, text: string): number {
  let at = uri.lastIndexOf(text);
  while (at >= 0) {
    const beside = `${uri[at - 1] ?? ""}${uri[at + text.length] ?? ""}`;
    if (!/[0-9A-Za-z]/.test(beside)) return at;
    at = at === 0 ? -1 : uri.lastIndexOf(text, at - 1);
  }
  return -1;
}

function around(uri: string, at: number, middle: string, form: "decimal" | "hex"): UriForm {
  const prefix = uri.slice(0, at);
  const suffix = uri.slice(at + middle.length);
  const fits = byteLength(prefix) <= MOST_PREFIX && byteLength(suffix) <= MOST_SUFFIX;
  return fits ? { form, prefix, suffix } : { form: "exact", uri };
}

/** A text's length in UTF-8. */
export const byteLength = (text: string): number => Buffer.byteLength(text);

/** Cuts a text at a bound in bytes, at a whole character. */
export function cutText(text: string, most: number): string {
  if (byteLength(text) <= most) return text;
  let cut = "";
  let length = 0;
  for (const character of text) {
    length += byteLength(character);
    if (length > most) break;
    cut += character;
  }
  return cut;
}
