/** Deploying a zone's contracts: where they are, what a chain has of them, and putting there what is missing. */
export { confirm } from "./confirm.ts";
export { type DeployListener, deployZone } from "./deploy-zone.ts";
export { deploymentBlock } from "./deployment-block.ts";
export { ZoneDeployError, type ZoneDeployProblem } from "./errors.ts";
export { expectedGas } from "./gas.ts";
export { inspectZone, type Presence, type ZonePresence } from "./inspect.ts";
export { isMarketCode } from "./market-code.ts";
export {
  type PlannedPart,
  planZone,
  type ZonePlan,
  type ZoneSettings,
  type ZoneSpec,
} from "./plan.ts";
export { type ProxiedContract, type ProxiedSpec, proxied } from "./proxied.ts";
export { type DeployStep, missingSteps, type StepCall, stepCall } from "./steps.ts";
