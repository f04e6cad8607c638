import type { UriForm } from "@ryugu/contracts/model";
import { metadataUri, RECORD_ZERO } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { id as hashText } from "ethers";

const CID_FORMS = ["cidV0", "cidV1Raw", "cidV1DagPb"] as const;

function cidOf(name: string, id: bigint) {
  const form = CID_FORMS[Number(id % 3n)] ?? "cidV0";
  return { form, digest: hashText(`${name} ${id}`) as Bytes32 };
}

/** A token's URI that is nothing but a content id, of each kind in turn. */
export function cidUri(name: string, id: bigint): string {
  const bytes = metadataUri({ ...cidOf(name, id), record: 0 }, RECORD_ZERO, id);
  return new TextDecoder().decode(bytes);
}

/** A URI in which no form is to be found, so that lanes carry every byte of it. */
export const exactUri = (name: string, id: bigint): string =>
  `https://moods.example/${name}/${"abcdefghij"[Number(id % 10n)]}x${id}x`;

/**
 * How each of a run's URIs must be carried. It is known from how they were made, not read off them, and so owes nothing to
 * the contract that finds the form in the text.
 */
export function formOf(uri: string, id: bigint, name: string): UriForm {
  if (uri === "") return { form: "constant", prefix: "", suffix: "" };
  if (uri.startsWith("ipfs://")) return { prefix: "ipfs://", suffix: "", ...cidOf(name, id) };
  if (uri.startsWith("https://moods.example/")) return { form: "exact", uri };
  const [prefix = "", suffix = ""] = uri.split(`${id}`);
  return { form: "decimal", prefix, suffix };
}
