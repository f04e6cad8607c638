import { signDocument } from "../../council/sign.ts";
import { rotationGuard } from "../../signer/rotation-guard.ts";
import { openCouncil, printDocument, readCouncilFile, writeJson } from "../council.ts";
import { openValidator } from "../signers.ts";
import type { NodeCommand } from "./command.ts";

/** Shows a document of the council in plain words, and signs it as this node's validator. */
export const councilSign: NodeCommand = {
  name: "council sign",
  usage: "<file> --config <file> [--out <file>] [--dry-run]",
  summary: "show what the council is to decide, and sign it with the validator's key",
  options: {
    config: { type: "string", required: true },
    out: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  operands: { least: 1, most: 1 },
  async run({ needed, text, flag, operands, environment, print }) {
    const desk = await openCouncil(needed("config"));
    const [path = ""] = operands;
    const document = await readCouncilFile(desk, path);
    printDocument(desk, document, print);
    if (flag("dry-run")) return 0;
    const { validator, manifest: trust } = desk.config;
    const signer = (await openValidator(validator, environment)).signerFor(desk.zone.id);
    const guard = rotationGuard(desk.folder);
    const signed = await signDocument({ ...desk, signer, guard, trust }, document);
    const out = text("out") ?? path;
    await writeJson(out, signed.file);
    print(`Signed by ${signer.validator}, written to ${out}.`);
    return 0;
  },
};
