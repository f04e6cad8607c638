import { Contract, concat, type Signer } from "ethers";
import { DEPLOYMENT_PROXY, FACTORY_SALT, zoneFactoryBytecode } from "../abi/artifacts.ts";
import { zoneFactoryAbi } from "../abi/index.ts";
import { ZoneDeployError } from "./errors.ts";
import { inspectZone, type ZonePresence } from "./inspect.ts";
import { type PlannedPart, settingsTuple, type ZonePlan } from "./plan.ts";

/** One transaction of a deployment. */
export interface DeployStep {
  /** `ZoneFactory`, or a part's name. */
  name: string;
  address: string;
}

/** Transactions that a deployment still needs on a chain, in order. Empty when the zone is there. */
export function missingSteps(plan: ZonePlan, present: ZonePresence): DeployStep[] {
  assertNothingForeign(plan, present);
  const factory =
    present.factory === "missing" ? [{ name: "ZoneFactory", address: plan.factory }] : [];
  const parts = present.parts
    .filter(({ presence }) => presence === "missing")
    .map(({ part: { name, address } }) => ({ name, address }));
  return [...factory, ...parts];
}

/**
 * Deploys what a chain has not got of a zone. May be called again after any failure, and by several at once: it goes on
 * where the chain is, and ends by comparing all code with what was built.
 *
 * @param deployer - pays; gets no rights
 * @param onStep - told before each transaction
 * @throws ZoneDeployError where something else lies at an address, or the chain has no deployment proxy
 */
export async function deployZone(
  deployer: Signer,
  plan: ZonePlan,
  onStep: (step: DeployStep) => void = () => {},
): Promise<ZonePresence> {
  const { provider } = deployer;
  if (provider === null) throw new ZoneDeployError("The deployer has no connection to a chain.");
  for (const step of missingSteps(plan, await inspectZone(provider, plan))) {
    onStep(step);
    await take(deployer, plan, step).catch(async (error: unknown) => {
      // Somebody else may have taken the very step: the address says what it is.
      if ((await provider.getCode(step.address)) === "0x") throw error;
    });
  }
  const present = await inspectZone(provider, plan);
  const [left] = missingSteps(plan, present);
  if (left === undefined) return present;
  throw new ZoneDeployError(`${left.name} is not where it was deployed.`, [left.address]);
}

async function take(deployer: Signer, plan: ZonePlan, { name }: DeployStep): Promise<void> {
  const part = plan.parts.find((candidate) => candidate.name === name);
  const sent = await (part === undefined
    ? deployer.sendTransaction({
        to: DEPLOYMENT_PROXY,
        data: concat([FACTORY_SALT, zoneFactoryBytecode]),
      })
    : deployPart(deployer, plan, part));
  await sent.wait();
}

function deployPart(deployer: Signer, { factory, spec, parts }: ZonePlan, part: PlannedPart) {
  const zone = [
    spec.name,
    spec.validators,
    spec.quorum,
    settingsTuple(spec.settings),
    parts.map(({ codeHash }) => codeHash),
  ];
  const contract = new Contract(factory, zoneFactoryAbi, deployer);
  return contract.getFunction("deploy")(zone, parts.indexOf(part), part.bytecode);
}

function assertNothingForeign(plan: ZonePlan, present: ZonePresence): void {
  if (present.proxy !== "deployed") {
    throw new ZoneDeployError("The chain has no deterministic deployment proxy.", [
      `Expected at: ${DEPLOYMENT_PROXY}`,
      "docs/guides/deploy-a-zone.md tells how a chain gets it.",
    ]);
  }
  const foreign = present.parts.find(({ presence }) => presence === "foreign")?.part;
  const { name, address } =
    foreign ?? (present.factory === "foreign" ? factoryStep(plan) : { name: "", address: "" });
  if (name === "") return;
  throw new ZoneDeployError(`Something else than ${name} lies at its address.`, [address]);
}

function factoryStep(plan: ZonePlan): DeployStep {
  return { name: "ZoneFactory", address: plan.factory };
}
