import { address, type Bytes32, bytes32, type ChainId } from "@ryugu/sdk/primitives";
import {
  anyArchive,
  chainArchive,
  claimCalls,
  claimTransfer,
  deliverCalls,
  deliverTransfer,
  type EndingOptions,
  type EvidenceOptions,
  type GatewayCall,
  type MessageArchive,
  nodeArchive,
  redirectCall,
  redirectTransfer,
  retryCall,
  retryTransfer,
  TransferNotFoundError,
} from "@ryugu/sdk/transfer";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import type { Provider, Signer } from "ethers";
import { type Chains, withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { faint } from "../output/style.ts";
import { type OpenZone, openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { readAttestationFiles } from "./attestation-files.ts";
import { callsReport } from "./calls-report.ts";
import { claimReport, deliveryReport, endReport } from "./end-report.ts";

type Options = ZoneOptions & KeyOptions & { explorer?: boolean };

/** Where the signatures are, if not at the zone's nodes. */
type ProvenOptions = Options & { attestations?: string[] };

/** `ryugu transfer claim` */
export function claimCommand(cli: Cli, id: string, options: ProvenOptions): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone, archives }) => {
    const evidence = await evidenceOf(cli, zone, archives, options);
    return {
      calls: (provider, messageId) => claimCalls(zone, provider, messageId, evidence),
      send: async (signer, messageId) =>
        claimReport(
          await claimTransfer(zone, signer, messageId, {
            ...evidence,
            onCollection: (collection) =>
              cli.output.progress([
                "The destination does not know the collection yet: ",
                faint(`claiming ${collection} first …`),
              ]),
          }),
        ),
    };
  });
}

/** `ryugu transfer deliver` */
export function deliverCommand(cli: Cli, id: string, options: ProvenOptions): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone, archives }) => {
    const evidence = await evidenceOf(cli, zone, archives, options);
    return {
      calls: async (provider, messageId) => {
        const calls: GatewayCall[] = [];
        for await (const call of deliverCalls(zone, provider, messageId, evidence))
          calls.push(call);
        return calls;
      },
      send: async (signer, messageId) =>
        deliveryReport(
          await deliverTransfer(zone, signer, messageId, {
            ...evidence,
            onBatch: (sequence) => cli.output.progress(faint(`Delivered up to ${sequence} …`)),
          }),
        ),
    };
  });
}

async function evidenceOf(
  cli: Cli,
  zone: Zone,
  archives: EndingOptions["archives"],
  { attestations: sources }: ProvenOptions,
): Promise<EvidenceOptions> {
  const attestations = await readAttestationFiles(cli, zone, sources);
  const given = attestations === undefined ? {} : { attestations };
  return { archives, nodes: { fetch: cli.fetch }, ...given };
}

/** `ryugu transfer retry` */
export function retryCommand(cli: Cli, id: string, options: Options): Promise<Outcome> {
  return endCommand(cli, id, options, async ({ zone, archives }) => ({
    calls: async (provider, messageId) => [
      await retryCall(zone, provider, messageId, { archives }),
    ],
    send: async (signer, messageId) =>
      endReport(await retryTransfer(zone, signer, messageId, { archives })),
  }));
}

/** `ryugu transfer redirect` */
export function redirectCommand(
  cli: Cli,
  id: string,
  options: Options & { recipient: string },
): Promise<Outcome> {
  const recipient = address(options.recipient);
  return endCommand(cli, id, options, async ({ zone, archives }) => ({
    calls: async (provider, messageId) => [
      await redirectCall(zone, provider, messageId, { archives, recipient }),
    ],
    send: async (signer, messageId) =>
      endReport(await redirectTransfer(zone, signer, messageId, { archives, recipient })),
  }));
}

/** What is known before anything is asked of the destination. */
interface Known {
  zone: Zone;
  archives: MessageArchive[];
}

/** One way of ending a message: written down, or done. */
interface Ending {
  calls(provider: Provider, messageId: Bytes32): Promise<GatewayCall[]>;
  send(signer: Signer, messageId: Bytes32): Promise<Outcome>;
}

async function endCommand(
  cli: Cli,
  id: string,
  options: Options,
  prepare: (known: Known) => Promise<Ending>,
): Promise<Outcome> {
  const messageId = bytes32(id);
  const found = await openZone(cli, options);
  return withChains(found.zone, async (chains) => {
    const archives = archivesOf(cli, found, chains);
    const ending = await prepare({ zone: found.zone, archives });
    const chain = await destinationOf(found, archives, messageId);
    const provider = chains.providerOf(chain);
    const asking = faint(`Asking the gateway on ${chain} …`);
    if (options.explorer) {
      cli.output.progress(asking);
      return callsReport(found.zone, await ending.calls(provider, messageId));
    }
    const key = await loadKey(cli, options, found.local);
    cli.output.progress(asking);
    return ending.send(key.connect(provider), messageId);
  });
}

function archivesOf(cli: Cli, { zone }: OpenZone, chains: Chains): MessageArchive[] {
  const nodes = zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);
  return [nodeArchive(nodes, { fetch: cli.fetch }), chainArchive(zone, chains.provider)];
}

async function destinationOf(
  { zone }: OpenZone,
  archives: readonly MessageArchive[],
  messageId: Bytes32,
): Promise<ChainId> {
  const message = await anyArchive(archives).find(messageId);
  const lane = zoneLanes(zone).find(({ id }) => id === message?.laneId);
  if (lane !== undefined) return lane.destination.chain;
  throw new TransferNotFoundError("No node or chain knows this message.", {
    details: [`Message: ${messageId}`],
  });
}
