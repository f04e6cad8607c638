/** Deploying a zone's contracts: where they are, what a chain has of them, and putting there what is missing. */
export { type DeployStep, deployZone, missingSteps } from "./deploy-zone.ts";
export { ZoneDeployError } from "./errors.ts";
export { inspectZone, type Presence, type ZonePresence } from "./inspect.ts";
export {
  type PlannedPart,
  planZone,
  type ZonePlan,
  type ZoneSettings,
  type ZoneSpec,
} from "./plan.ts";
