import { concat, Interface } from "ethers";
import { DEPLOYMENT_PROXY, FACTORY_SALT, zoneFactoryBytecode } from "../abi/artifacts.ts";
import { zoneFactoryAbi } from "../abi/index.ts";
import { ZoneDeployError } from "./errors.ts";
import type { ZonePresence } from "./inspect.ts";
import { type PlannedPart, settingsTuple, type ZonePlan } from "./plan.ts";

/** One transaction of a deployment. */
export interface DeployStep {
  /** `ZoneFactory`, or a part's name. */
  name: string;
  address: string;
}

/** What a step sends. */
export interface StepCall {
  to: string;
  data: string;
}

const FACTORY = new Interface(zoneFactoryAbi);

/**
 * Transactions that a deployment still needs on a chain, in order. Empty when the zone is there.
 *
 * @throws ZoneDeployError where something else lies at an address, or the chain has no deployment proxy
 */
export function missingSteps(plan: ZonePlan, present: ZonePresence): DeployStep[] {
  assertNothingForeign(plan, present);
  const factory = present.factory === "missing" ? [factoryStep(plan)] : [];
  const parts = present.parts
    .filter(({ presence }) => presence === "missing")
    .map(({ part: { name, address } }) => ({ name, address }));
  return [...factory, ...parts];
}

/** What a step sends, and to whom. */
export function stepCall(plan: ZonePlan, { name }: DeployStep): StepCall {
  const part = plan.parts.find((candidate) => candidate.name === name);
  return part === undefined
    ? { to: DEPLOYMENT_PROXY, data: concat([FACTORY_SALT, zoneFactoryBytecode]) }
    : { to: plan.factory, data: partData(plan, part) };
}

function partData({ spec, parts }: ZonePlan, part: PlannedPart): string {
  const zone = [
    spec.name,
    spec.validators,
    spec.quorum,
    settingsTuple(spec.settings),
    parts.map(({ codeHash }) => codeHash),
  ];
  return FACTORY.encodeFunctionData("deploy", [zone, parts.indexOf(part), part.bytecode]);
}

function assertNothingForeign(plan: ZonePlan, present: ZonePresence): void {
  if (present.proxy !== "deployed") {
    throw new ZoneDeployError("no-proxy", "The chain has no deterministic deployment proxy.", [
      `Expected at: ${DEPLOYMENT_PROXY}`,
      "docs/guides/deploy-a-zone.md tells how a chain gets it.",
    ]);
  }
  const foreign = present.parts.find(({ presence }) => presence === "foreign")?.part;
  const found = foreign ?? (present.factory === "foreign" ? factoryStep(plan) : undefined);
  if (found === undefined) return;
  const sentence = `Something else than ${found.name} lies at its address.`;
  throw new ZoneDeployError("foreign-code", sentence, [found.address]);
}

function factoryStep(plan: ZonePlan): DeployStep {
  return { name: "ZoneFactory", address: plan.factory };
}
