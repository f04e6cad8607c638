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
  const hex = id.toString(16).padStart(64, "0");
  if (standard === "erc1155" && uri.includes(hex)) return around(uri, hex, "hex");
  const decimal = id.toString();
  return uri.includes(decimal) ? around(uri, decimal, "decimal") : { form: "exact", uri };
}

function around(uri: string, middle: string, form: "decimal" | "hex"): UriForm {
  const at = uri.lastIndexOf(middle);
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
