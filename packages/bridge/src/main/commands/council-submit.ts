import { readZone } from "@ryugu/sdk/zone";
import { ConfigError } from "../../config/errors.ts";
import { readSecret } from "../../config/load.ts";
import { type CouncilDocument, mergeDocuments } from "../../council/document.ts";
import { type Submitted, submitActs, submitRotation } from "../../council/submit.ts";
import { isNextManifest } from "../../domain/manifest-step.ts";
import { openKeystore } from "../../signer/keystore.ts";
import { type CouncilDesk, openCouncil, readCouncilFile, writeJson } from "../council.ts";
import type { CommandInput, NodeCommand } from "./command.ts";

const NOT_ALL = 1;

/** Has the council's decisions carried out. Running it again does nothing twice. */
export const councilSubmit: NodeCommand = {
  name: "council submit",
  usage: "<file>… --config <file> [--dry-run] | <manifest>… --config <file> --out <file>",
  summary: "put signatures together and have the gateways carry it out; publish a manifest",
  options: {
    config: { type: "string", required: true },
    out: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  operands: { least: 1, most: 256 },
  async run(input) {
    const desk = await openCouncil(input.needed("config"));
    const copies: CouncilDocument[] = [];
    for (const path of input.operands) copies.push(await readCouncilFile(desk, path));
    const document = mergeDocuments(copies);
    if (document.kind === "manifest") return publish(desk, document.file, input);
    const context = { ...desk, payer: await payer(desk, input), dryRun: input.flag("dry-run") };
    const submitted =
      document.kind === "acts"
        ? await submitActs(context, document.file)
        : await submitRotation(context, document.file);
    for (const each of submitted) input.print(line(each));
    const isDone = submitted.every(({ state }) => state === "done" || state === "passed");
    return isDone || context.dryRun ? 0 : NOT_ALL;
  },
};

type Manifest = Extract<CouncilDocument, { kind: "manifest" }>["file"];

/** A manifest is submitted by publishing it, once everybody would believe it. */
async function publish(
  { zone, config }: CouncilDesk,
  file: Manifest,
  { text, flag, print }: CommandInput,
): Promise<number> {
  isNextManifest(zone, readZone(file, config.manifest));
  const out = text("out");
  const { version, signatures, quorum } = file;
  print(`Manifest ${version} has ${signatures.length} signatures, of which it needs ${quorum}.`);
  if (flag("dry-run")) return 0;
  if (out === undefined) throw new ConfigError("A manifest needs --out: where to write it.");
  await writeJson(out, file);
  print(`Written to ${out}. Publish it where the nodes look for it.`);
  return 0;
}

async function payer({ config, payerOf }: CouncilDesk, { environment }: CommandInput) {
  const { relayer } = config;
  if (relayer === undefined) {
    throw new ConfigError("The configuration has no relayer, which pays for what is submitted.");
  }
  const passphrase = await readSecret(relayer.passphrase, environment);
  return payerOf(await openKeystore(relayer.keystore, passphrase, "The relayer's keystore"));
}

function line({ gateway, what, state, signatures, quorum, gas, transaction, reason }: Submitted) {
  const words: Record<Submitted["state"], string> = {
    done: `done, transaction ${transaction}`,
    would: `would be done, for about ${gas} gas`,
    passed: "done before",
    waits: `waits: ${signatures} of ${quorum} signatures, or an earlier decision is missing`,
    refused: `refused: ${reason}`,
  };
  return `${gateway.name} (${gateway.chain}): ${what}: ${words[state]}`;
}
