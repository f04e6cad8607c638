import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { address, bytes32, hex, isSameAddress, parseJson, parseShape } from "@ryugu/sdk/primitives";
import { manifestSchema, type ZoneChain, type ZoneManifest } from "@ryugu/sdk/zone";
import { CouncilActError } from "@ryugu/sdk/zone/council";
import { startBlockOf } from "../../chain/start-block.ts";
import type { Cli } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { EXIT } from "../../exit-code.ts";
import { readTextSource } from "../../input/read-source.ts";
import type { Outcome } from "../../outcome.ts";
import { safeJson } from "../../output/safe.ts";
import { rotationsAfter } from "../deploy/catch-up.ts";
import { type CouncilState, readCouncil } from "../deploy/inspect-chain.ts";
import { type OpenChain, withOpenChains } from "../founding/open-chains.ts";
import { type FoundedZone, readZoneFile } from "../founding/zone-file.ts";
import { manifestView } from "./view.ts";

const MAX_MANIFEST = 1_000_000;

/** `ryugu zone manifest draft` */
export async function draftCommand(
  cli: Cli,
  source: string,
  { out }: { out: string },
): Promise<Outcome> {
  const zone = await readZoneFile(cli, source);
  const { partners } = zone.file;
  if (partners === undefined) {
    throw new UsageError("The zone file names no partners, and a manifest is about them.", {
      details: ["Add: partners: [{ name, validator, nodeUrl }, …]"],
    });
  }
  const [chains, succession] = await withOpenChains(zone.file.chains, async (open) => {
    const described = await Promise.all(open.map((each) => describeChain(zone, each)));
    const epoch = described[0]?.council.epoch ?? 0;
    return [described, epoch === 0 ? {} : await successionOf(zone, open, epoch)] as const;
  });
  const { council } = chains[0] ?? {};
  for (const each of chains) assertSeats(zone, each);
  const manifest: ZoneManifest = {
    schema: "ryugu-zone-manifest/1",
    name: zone.plan.spec.name,
    zoneId: bytes32(zone.plan.zoneId),
    genesisSetHash: bytes32(zone.plan.genesisSetHash),
    version: (await versionOf(cli, out)) + 1,
    issuedAt: new Date(cli.now()).toISOString(),
    epoch: council?.epoch ?? 0,
    quorum: council?.quorum ?? zone.plan.spec.quorum,
    ...succession,
    partners,
    chains: chains.map(({ chain }) => chain),
    platforms: [],
    signatures: [],
  };
  await writeManifest(cli, out, manifest);
  return {
    json: { file: out, version: manifest.version, signatures: [] },
    view: manifestView(manifest, `Written to ${out}, for the validators to sign.`),
    exitCode: EXIT.ok,
  };
}

/** Writes a manifest, signed or not. */
export async function writeManifest(cli: Cli, path: string, manifest: ZoneManifest): Promise<void> {
  await writeFile(resolve(cli.cwd, path), `${safeJson(manifest, 2)}\n`);
}

/** Reads a manifest without believing it: it may not be signed yet. */
export async function readUnsigned(cli: Cli, source: string): Promise<ZoneManifest> {
  const text = await readTextSource(cli, source, MAX_MANIFEST);
  return parseShape(manifestSchema, parseJson(text, MAX_MANIFEST), "The zone manifest");
}

interface DescribedChain {
  chain: ZoneChain;
  council: CouncilState;
}

async function describeChain(
  { plan }: FoundedZone,
  { chain, provider }: OpenChain,
): Promise<DescribedChain> {
  const { id, name, finality, rpcUrls } = chain;
  const [council, startBlock] = await Promise.all([
    readCouncil(provider, plan.gateway),
    startBlockOf(provider, plan),
  ]);
  if (council === undefined) {
    throw new CouncilActError(`${name} has no gateway of the zone yet.`, {
      details: [`Expected at: ${plan.gateway}`, "First: ryugu zone deploy <zone file>"],
    });
  }
  const gateway = address(plan.gateway);
  return { chain: { id, name, gateway, startBlock: startBlock ?? 0, finality, rpcUrls }, council };
}

/** The genesis set and every rotation since, as some gateway took them. */
async function successionOf(
  { plan }: FoundedZone,
  open: readonly OpenChain[],
  epoch: number,
): Promise<Pick<ZoneManifest, "genesis" | "rotations">> {
  for (const { provider } of open) {
    const found = await rotationsAfter(provider, plan.gateway, 0).catch(() => []);
    if (found.length !== epoch) continue;
    const { quorum, validators } = plan.spec;
    return {
      genesis: { quorum, validators: validators.map((each) => address(each)) },
      rotations: found.map((each) => ({
        quorum: each.quorum,
        validators: each.validators.map((seat) => address(seat)),
        validFrom: each.validFrom,
        signatures: each.signatures.map((signature) => hex(signature, 64)),
      })),
    };
  }
  throw new CouncilActError("No chain's endpoint gives all rotations so far.", {
    details: [`Epoch: ${epoch}`, "An endpoint that keeps old logs and transactions can."],
  });
}

/** A manifest that names others than the gateways know would be signed for nothing. */
function assertSeats({ file: { partners = [] } }: FoundedZone, { chain, council }: DescribedChain) {
  const missing = council.validators.filter(
    (seat) => !partners.some(({ validator }) => isSameAddress(validator, seat)),
  );
  if (missing.length === 0 && partners.length === council.validators.length) return;
  throw new CouncilActError("The zone file's partners are not those who sit on the council.", {
    details: [
      `Chain: ${chain.name}, epoch ${council.epoch}`,
      `The council: ${council.validators.join(", ")}`,
      `The file: ${partners.map(({ validator }) => validator).join(", ")}`,
    ],
  });
}

/** The version of the manifest that a new one takes the place of; 0 where there is none. */
async function versionOf(cli: Cli, out: string): Promise<number> {
  if (!existsSync(resolve(cli.cwd, out))) return 0;
  return (await readUnsigned(cli, out)).version;
}
