import type { ZonePlan } from "@ryugu/contracts/deploy";
import { RyuguError } from "@ryugu/sdk/errors";
import { CouncilActError } from "@ryugu/sdk/zone/council";
import type { Cli } from "../../cli.ts";
import { DeploymentUnfinishedError } from "../../errors.ts";
import { EXIT } from "../../exit-code.ts";
import { loadPayer, type PayerOptions } from "../../keys/load-key.ts";
import type { Outcome } from "../../outcome.ts";
import { faint } from "../../output/style.ts";
import { assertRightChain, type OpenChain, withOpenChains } from "../founding/open-chains.ts";
import { chosenChains, type FoundedZone, readZoneFile } from "../founding/zone-file.ts";
import { type KnownRotation, rotationsAfter } from "./catch-up.ts";
import { type DeployedChain, deployOnChain, type FindRotations } from "./deploy-chain.ts";
import { assertFunded, type ChainState, inspectChain, readCouncil } from "./inspect-chain.ts";
import { deployedOutcome, plannedOutcome } from "./report.ts";

/** What a person typed after `zone deploy`. */
export interface DeployOptions extends PayerOptions {
  dryRun?: boolean;
  only?: string[];
}

/** `ryugu zone deploy` */
export async function deployCommand(
  cli: Cli,
  source: string,
  options: DeployOptions,
): Promise<Outcome> {
  const zone = await readZoneFile(cli, source);
  const chosen = chosenChains(zone, options.only);
  return withOpenChains(zone.file.chains, async (open) => {
    const mine = open.filter(({ chain }) => chosen.includes(chain));
    await Promise.all(mine.map(({ chain }) => assertRightChain(cli, chain)));
    const states = await Promise.all(mine.map((each) => inspectChain(zone.plan, each)));
    if (options.dryRun === true) return plannedOutcome(zone, states);
    return deployAll(cli, zone, states, open, options);
  });
}

async function deployAll(
  cli: Cli,
  zone: FoundedZone,
  states: readonly ChainState[],
  open: readonly OpenChain[],
  options: DeployOptions,
): Promise<Outcome> {
  const payer = await loadPayer(cli, options);
  await Promise.all(states.map((state) => assertFunded(state, payer.address)));
  const find = rotationFinder(zone.plan, open);
  const sentOn = new Map<string, number>();
  const results = await Promise.allSettled(
    states.map((state) =>
      deployOnChain(zone.plan, state, payer, find, ({ chain, steps }, { name }, done) => {
        sentOn.set(chain.id, done);
        cli.output.progress([`${chain.name}  ${name}`, faint(`  ${done} of ${steps.length}`)]);
      }),
    ),
  );
  const done = results.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  if (done.length < states.length) throw unfinished(states, results, sentOn);
  assertOneCouncil(done);
  return deployedOutcome(zone, done, EXIT.ok);
}

/**
 * Gateways of one epoch have one set. Where they have not, retired keys have led astray a gateway that nobody had told of the
 * rotation; no lane may be opened to it.
 */
function assertOneCouncil(done: readonly DeployedChain[]): void {
  for (const { chain, council } of done) {
    const other = done.find(
      (each) => each.council.epoch === council.epoch && each.council.setHash !== council.setHash,
    );
    if (other === undefined) continue;
    throw new CouncilActError("Two gateways of one epoch have different validators.", {
      details: [chain, other.chain].map(
        ({ name }, i) => `${name}: ${(i === 0 ? council : other.council).validators.join(", ")}`,
      ),
    });
  }
}

/** Asks the gateways that are ahead, on whatever chain answers. */
function rotationFinder({ gateway }: ZonePlan, open: readonly OpenChain[]): FindRotations {
  return async ({ epoch }) => {
    let best: readonly KnownRotation[] = [];
    for (const { provider } of open) {
      try {
        const council = await readCouncil(provider, gateway);
        if (council === undefined || council.epoch <= epoch + best.length) continue;
        const found = await rotationsAfter(provider, gateway, epoch);
        if (found.length > best.length) best = found;
      } catch {
        // Another chain may know; the report says who stayed behind.
      }
    }
    return best;
  };
}

function unfinished(
  states: readonly ChainState[],
  results: readonly PromiseSettledResult<DeployedChain>[],
  sentOn: ReadonlyMap<string, number>,
): DeploymentUnfinishedError {
  const details = states.flatMap(({ chain, steps }, i) => {
    const result = results[i];
    if (result?.status !== "rejected") return [`${chain.name}: complete`];
    const sent = sentOn.get(chain.id) ?? 0;
    return [`${chain.name}: ${sent} of ${steps.length} transactions. ${sentenceOf(result.reason)}`];
  });
  const failed = results.find(({ status }) => status === "rejected");
  return new DeploymentUnfinishedError("The zone is not yet complete on every chain.", {
    cause: failed?.status === "rejected" ? failed.reason : undefined,
    details: [...details, "What is there stays. Run it again: it goes on where each chain is."],
  });
}

/** ethers' own messages repeat the whole transaction. */
function sentenceOf(error: unknown): string {
  if (error instanceof RyuguError) return error.shortMessage;
  const { shortMessage, message } = error as { shortMessage?: string; message?: string };
  return shortMessage ?? message ?? String(error);
}
