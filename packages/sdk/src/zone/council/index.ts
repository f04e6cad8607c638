/** What the council decides, as files on their way around the validators. */
export { ACT_NAMES, type ActWords, actCall, readAct } from "./acts.ts";
export {
  type ActsFile,
  actSigners,
  mergeActs,
  type ProposedAct,
  readActsFile,
} from "./acts-file.ts";
export { CouncilActError } from "./errors.ts";
export { type GatewayLanes, openMissingLanes } from "./missing-lanes.ts";
export {
  mergeRotations,
  type RotationFile,
  readRotationFile,
  rotationOf,
  rotationSigners,
} from "./rotation-file.ts";
