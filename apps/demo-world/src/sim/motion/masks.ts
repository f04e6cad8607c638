import { MOTION_BONES, type MotionBone } from "./motion-bones.ts";

type Chosen = (bone: MotionBone) => boolean;

const mask = (chosen: Chosen): Float32Array =>
  new Float32Array(MOTION_BONES.map((bone) => (chosen(bone) ? 1 : 0)));

const isArm = (side: string, bone: string) => bone.startsWith(side) && !/Leg|Foot|Toes/.test(bone);
const isHead = (bone: string) => bone === "neck" || bone === "head";

/** Which bones a motion that lies over another one moves. */
export const MASKS = {
  hold: mask((bone) => isArm("right", bone)),
  wave: mask((bone) => isArm("right", bone) || isHead(bone)),
  waveLeft: mask((bone) => isArm("left", bone) || isHead(bone)),
  nod: mask(isHead),
  bow: mask(() => true),
  bowHolding: mask((bone) => !isArm("right", bone)),
} as const;
