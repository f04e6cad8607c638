import { EXPRESSION_NAMES, type ExpressionName } from "../face/face-pose.ts";
import type { Bone } from "../rig/skeleton.ts";

export interface VrmParts {
  bones: readonly Bone[];
  /** A joint's node. */
  node: (joint: string) => number;
  /** The node that draws the figure. */
  body: number;
  morphNames: readonly string[];
  meta: object;
}

/** A face that laughs or glares does not blink and speaks with its own mouth. */
const OWN_LIDS: readonly ExpressionName[] = ["happy", "relaxed", "surprised"];
const OWN_MOUTH: readonly ExpressionName[] = ["happy", "surprised"];

/** How far the eyes turn for how far away the thing they look at is, in degrees. */
const GAZE = {
  rangeMapHorizontalInner: { inputMaxValue: 60, outputScale: 4 },
  rangeMapHorizontalOuter: { inputMaxValue: 60, outputScale: 4 },
  rangeMapVerticalDown: { inputMaxValue: 50, outputScale: 2 },
  rangeMapVerticalUp: { inputMaxValue: 50, outputScale: 2 },
};

/** The VRMC_vrm 1.0 extension of a figure. */
export function vrmExtension({ bones, node, body, morphNames, meta }: VrmParts): object {
  const expression = (name: ExpressionName) => ({
    morphTargetBinds: [{ node: body, index: morphNames.indexOf(name), weight: 1 }],
    overrideBlink: OWN_LIDS.includes(name) ? "block" : "none",
    overrideMouth: OWN_MOUTH.includes(name) ? "blend" : "none",
  });
  return {
    specVersion: "1.0",
    meta,
    humanoid: {
      humanBones: Object.fromEntries(bones.map(({ name }) => [name, { node: node(name) }])),
    },
    firstPerson: { meshAnnotations: [{ node: body, type: "auto" }] },
    lookAt: { type: "bone", offsetFromHeadBone: [0, 0.12, 0.1], ...GAZE },
    expressions: {
      preset: {
        ...Object.fromEntries(EXPRESSION_NAMES.map((name) => [name, expression(name)])),
        neutral: {},
      },
    },
  };
}
