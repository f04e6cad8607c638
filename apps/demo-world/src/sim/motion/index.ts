/** How a figure moves: poses over VRM humanoid bones as functions of time. Plain numbers, nothing drawn. */
export { GRIP } from "./grip.ts";
export { mirrorPose } from "./mix-pose.ts";
export { MOTION_BONES, type MotionBone } from "./motion-bones.ts";
export { MOTIONS_BY_NAME, type MotionName, pose } from "./motions.ts";
export { createPerformer, type Doing, type Performer, perform } from "./performer.ts";
export { createPose, type Pose } from "./pose.ts";
