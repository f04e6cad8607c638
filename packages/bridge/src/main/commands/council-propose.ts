import { address, parseJson, parseShape } from "@ryugu/sdk/primitives";
import {
  manifestBodySchema,
  type ZoneChain,
  type ZonePartner,
  type ZonePlatform,
  zoneChain,
} from "@ryugu/sdk/zone";
import {
  CouncilActError,
  mergeRotations,
  type RotationFile,
  readRotationFile,
} from "@ryugu/sdk/zone/council";
import type { CouncilDocument } from "../../council/document.ts";
import { proposeActs } from "../../council/propose-acts.ts";
import { proposeManifest } from "../../council/propose-manifest.ts";
import { proposeRotation } from "../../council/propose-rotation.ts";
import { type CouncilDesk, openCouncil, printDocument, readText, writeJson } from "../council.ts";
import type { CommandInput, NodeCommand } from "./command.ts";

/** Writes down what the council is to decide. */
export const councilPropose: NodeCommand = {
  name: "council propose",
  usage:
    "<act> --out <file> --config <file> [--on <chain>]… [--value <field=value>]… | Rotation --quorum <k> [--add <validator>]… [--remove <validator>]… [--valid-from <unix seconds>] | Manifest [--rotation <file>]… [--partner <name,validator,url>]… [--platform <name,partner,chain,url>]… [--chain <file>]…",
  summary: "write down an act, a rotation or a manifest for the validators to sign",
  options: {
    config: { type: "string", required: true },
    out: { type: "string", required: true },
    on: { type: "string", multiple: true },
    value: { type: "string", multiple: true },
    quorum: { type: "string" },
    add: { type: "string", multiple: true },
    remove: { type: "string", multiple: true },
    "valid-from": { type: "string" },
    rotation: { type: "string", multiple: true },
    partner: { type: "string", multiple: true },
    platform: { type: "string", multiple: true },
    chain: { type: "string", multiple: true },
  },
  operands: { least: 1, most: 1 },
  async run(input) {
    const desk = await openCouncil(input.needed("config"));
    const document = await propose(desk, input);
    const out = input.needed("out");
    await writeJson(out, document.file);
    printDocument(desk, document, input.print);
    input.print(`Written to ${out}, for the validators to sign.`);
    return 0;
  },
};

async function propose(desk: CouncilDesk, input: CommandInput): Promise<CouncilDocument> {
  const [act = ""] = input.operands;
  if (act === "Rotation") return { kind: "rotation", file: await rotation(desk, input) };
  if (act === "Manifest") return { kind: "manifest", file: await manifest(desk, input) };
  const values = Object.fromEntries(input.texts("value").map((pair) => splitPair(pair)));
  return { kind: "acts", file: await proposeActs(desk, { act, on: input.texts("on"), values }) };
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new CouncilActError(`--value is no field=value: ${pair}`);
}

function rotation(desk: CouncilDesk, input: CommandInput) {
  return proposeRotation(desk, {
    add: input.texts("add").map((each) => address(each)),
    remove: input.texts("remove").map((each) => address(each)),
    quorum: wholeNumber("--quorum", input.text("quorum")),
    validFrom: wholeNumber("--valid-from", input.text("valid-from") ?? "0"),
  });
}

function wholeNumber(option: string, text: string | undefined): number {
  if (text !== undefined && /^[0-9]{1,12}$/.test(text)) return Number(text);
  throw new CouncilActError(`${option} needs a whole number.`);
}

async function manifest(desk: CouncilDesk, input: CommandInput) {
  const { zone, config } = desk;
  const copies: RotationFile[] = [];
  for (const path of input.texts("rotation"))
    copies.push(readRotationFile(await readText(path), zone.id));
  const chains: ZoneChain[] = [];
  for (const path of input.texts("chain")) chains.push(readChain(desk, await readText(path)));
  const changes = {
    partners: input.texts("partner").map((text) => readPartner(text)),
    platforms: input.texts("platform").map((text) => readPlatform(text)),
    chains,
    ...(copies.length === 0 ? {} : { rotation: mergeRotations(copies) }),
  };
  return proposeManifest(zone, changes, config.manifest, Date.now());
}

function readPartner(text: string): ZonePartner {
  const [name, validator, nodeUrl] = split("--partner", text, 3);
  const partners = [{ name, validator, nodeUrl }];
  return only(parseShape(manifestBodySchema.shape.partners, partners, "The partner"));
}

function readPlatform(text: string): ZonePlatform {
  const [name, partner, chain, url] = split("--platform", text, 4);
  const platforms = [{ name, partner, chain, url }];
  return only(parseShape(manifestBodySchema.shape.platforms, platforms, "The platform"));
}

function split(option: string, text: string, count: number): string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length === count) return parts;
  throw new CouncilActError(`${option} needs ${count} values with commas between them: ${text}`);
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new TypeError("one thing was checked, and none is left");
  return first;
}

/** A chain as its platform hands it over. The gateway has the same address on every chain. */
function readChain({ zone }: CouncilDesk, text: string): ZoneChain {
  const [first] = zone.manifest.chains;
  const written = parseJson(text);
  if (typeof written !== "object" || written === null || first === undefined)
    throw new CouncilActError("The chain's file holds no chain.");
  const chain = { gateway: zoneChain(zone, first.id).gateway, ...written };
  return only(parseShape(manifestBodySchema.shape.chains, [chain], "The chain"));
}
