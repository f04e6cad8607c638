import { type Bytes32, parseJson, parseShape } from "@ryugu/sdk/primitives";
import { manifestSchema, type ZoneManifest } from "@ryugu/sdk/zone";
import {
  type ActsFile,
  CouncilActError,
  mergeActs,
  mergeRotations,
  type RotationFile,
  readActsFile,
  readRotationFile,
} from "@ryugu/sdk/zone/council";

/** What travels around the validators to be signed. */
export type CouncilDocument =
  | { kind: "acts"; file: ActsFile }
  | { kind: "rotation"; file: RotationFile }
  | { kind: "manifest"; file: ZoneManifest };

/** No file of the council's is longer, in characters. */
const MAX_LENGTH = 10_000_000;

/**
 * Reads a document of the council by what it says it is.
 *
 * @throws InvalidJsonError, InvalidShapeError, CouncilActError
 */
export function readDocument(text: string, zoneId: Bytes32): CouncilDocument {
  const value = parseJson(text, MAX_LENGTH);
  const schema =
    typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  switch (schema) {
    case "ryugu-council-acts/1":
      return { kind: "acts", file: readActsFile(text, zoneId) };
    case "ryugu-rotation/1":
      return { kind: "rotation", file: readRotationFile(text, zoneId) };
    case "ryugu-zone-manifest/1":
      return { kind: "manifest", file: parseShape(manifestSchema, value, "The zone manifest") };
    default:
      throw new CouncilActError("The file is no document of the council.", {
        details: ["Expected: acts, a rotation or a zone manifest", `Its schema: ${String(schema)}`],
      });
  }
}

/** Puts copies of one document together, with everybody's signatures. Throws CouncilActError where they differ. */
export function mergeDocuments(copies: readonly CouncilDocument[]): CouncilDocument {
  const of = <K extends CouncilDocument["kind"]>(kind: K) =>
    copies.filter((each): each is Extract<CouncilDocument, { kind: K }> => each.kind === kind);
  const [acts, rotations, manifests] = [of("acts"), of("rotation"), of("manifest")];
  const kinds = [acts, rotations, manifests].filter(({ length }) => length > 0);
  if (kinds.length !== 1) throw new CouncilActError("The files are of different kinds.");
  const [first] = acts;
  if (first !== undefined) {
    const file = { ...first.file, acts: mergeActs(acts.map((each) => each.file)) };
    return { kind: "acts", file };
  }
  if (rotations.length > 0)
    return { kind: "rotation", file: mergeRotations(rotations.map(({ file }) => file)) };
  return { kind: "manifest", file: mergeManifests(manifests.map(({ file }) => file)) };
}

function mergeManifests(copies: readonly ZoneManifest[]): ZoneManifest {
  const content = ({ signatures: _, ...body }: ZoneManifest) => JSON.stringify(body);
  const [first] = copies;
  if (first === undefined) throw new CouncilActError("No manifest was given.");
  if (copies.some((copy) => content(copy) !== content(first)))
    throw new CouncilActError("The copies are of different manifests.");
  const all = copies.flatMap(({ signatures }) => signatures);
  const byValidator = new Map(all.map((each) => [each.validator.toLowerCase(), each]));
  return { ...first, signatures: [...byValidator.values()] };
}
