import type { ChainId } from "@ryugu/sdk/primitives";
import { formatEther } from "ethers";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import type { Outcome } from "../../outcome.ts";
import { type Block, fields, lines, table } from "../../output/blocks.ts";
import { grouped } from "../../output/number.ts";
import { accent, faint, good, title, warn } from "../../output/style.ts";
import { counterpartsOf, type FoundedZone } from "../founding/zone-file.ts";
import type { DeployedChain, SentStep } from "./deploy-chain.ts";
import type { ChainState, CouncilState, PricedStep } from "./inspect-chain.ts";

/** What a dry run says: what would be sent where, and what it would cost. */
export function plannedOutcome(zone: FoundedZone, states: readonly ChainState[]): Outcome {
  const chains = states.map((state) => ({
    ...facts(state),
    steps: state.steps,
    gas: state.gas,
    gasPrice: state.gasPrice,
    ...lanesOf(zone, state.chain.id, state.council),
  }));
  const rows = states.map(({ chain, steps, gas, gasPrice }) => [
    chain.name,
    chain.id,
    steps.length === 0 ? good("complete") : `${steps.length} to send`,
    grouped(gas),
    faint(formatEther(gas * gasPrice)),
  ]);
  return {
    json: { dryRun: true, ...zoneFacts(zone), chains },
    view: [
      ...heading(zone, "Nothing was sent."),
      table(["chain", "id", "transactions", ">gas", ">coins, about"], rows),
      ...stepsView(states),
    ],
    exitCode: EXIT.ok,
  };
}

/** What a deployment says when every chain is complete. */
export function deployedOutcome(
  zone: FoundedZone,
  done: readonly DeployedChain[],
  exitCode: ExitCode,
): Outcome {
  const chains = done.map(({ sent, rotations, startBlock, ...state }) => ({
    ...facts(state),
    sent,
    gasUsed: gasOf(sent),
    rotations,
    ...(startBlock !== undefined && { startBlock }),
    ...lanesOf(zone, state.chain.id, state.council),
  }));
  const rows = done.map(({ chain, sent, council }) => [
    chain.name,
    chain.id,
    sent.length === 0 ? faint("there already") : good(`${sent.length} sent`),
    grouped(gasOf(sent)),
    String(council.epoch),
    laneText(zone, chain.id, council),
  ]);
  const isOpen = chains.every(({ missingLanes }) => missingLanes.length === 0);
  return {
    json: { dryRun: false, ...zoneFacts(zone), chains },
    view: [
      ...heading(zone, `${done.length} of ${zone.file.chains.length} chains are complete.`),
      table(["chain", "id", "transactions", ">gas", ">epoch", "lanes"], rows),
      ...(isOpen ? [] : [lines(["Lanes are the council's to open: ", accent(NEXT)])]),
    ],
    exitCode,
  };
}

const NEXT = "ryugu zone act propose OpenLane --zone <this file> --out acts.json";

function zoneFacts({ plan }: FoundedZone) {
  const { zoneId, genesisSetHash, factory, gateway, custody, parts, spec } = plan;
  return {
    zone: { name: spec.name, id: zoneId, genesisSetHash },
    addresses: {
      factory,
      gateway,
      custody,
      parts: Object.fromEntries(parts.map(({ name, address }) => [name, address])),
    },
  };
}

function heading({ plan }: FoundedZone, verdict: string): Block[] {
  return [
    lines([title(plan.spec.name), faint(`  ${verdict}`)]),
    fields(
      ["zone id", accent(plan.zoneId)],
      ["genesis set", accent(plan.genesisSetHash)],
      ["factory", accent(plan.factory)],
      ["gateway", accent(plan.gateway)],
      ["custody", accent(plan.custody)],
    ),
  ];
}

function facts({ chain }: ChainState) {
  return { id: chain.id, name: chain.name };
}

/** The steps, once for all chains that need the same. */
function stepsView(states: readonly ChainState[]): Block[] {
  const groups = new Map<string, { names: string[]; steps: readonly PricedStep[] }>();
  for (const { chain, steps } of states) {
    if (steps.length === 0) continue;
    const key = steps.map(({ name, gas }) => `${name} ${gas}`).join();
    const group = groups.get(key) ?? { names: [], steps };
    group.names.push(chain.name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, steps }) =>
    table(
      [`to send on ${names.join(", ")}`, "at", ">gas, about"],
      steps.map(({ name, address, gas }) => [name, accent(address), grouped(gas)]),
    ),
  );
}

function lanesOf(zone: FoundedZone, chain: ChainId, council?: CouncilState) {
  const wanted = counterpartsOf(zone, chain);
  const open = wanted.filter((id) => council?.counterparts.includes(id));
  const missingLanes = wanted.filter((id) => !open.includes(id));
  return { ...(council && { epoch: council.epoch }), openLanes: open, missingLanes };
}

function laneText(zone: FoundedZone, chain: ChainId, council: CouncilState) {
  const { openLanes, missingLanes } = lanesOf(zone, chain, council);
  const text = `${openLanes.length} of ${openLanes.length + missingLanes.length} open`;
  return missingLanes.length === 0 ? good(text) : warn(text);
}

function gasOf(sent: readonly SentStep[]): bigint {
  return sent.reduce((sum, { gasUsed = 0n }) => sum + gasUsed, 0n);
}
