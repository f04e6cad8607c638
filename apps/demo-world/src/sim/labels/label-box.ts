import type { Camera } from "../camera/camera.ts";
import { type CameraAxes, type Seen, seenFrom } from "../camera/seen.ts";
import type { LabelBox } from "./choose-labels.ts";

/** A label in the world, upright and turned to the camera. */
export interface Label {
  readonly id: number;
  readonly rank: number;
  /** The middle of its lower edge, in metres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** In metres, before it is scaled. */
  readonly width: number;
  readonly height: number;
}

/** Farther than this nobody's name is read, and nobody's words, in metres. */
export const FARTHEST_LABEL = 24;
/** Where a label is as large as it is. */
const TRUE_SIZE_AT = 7;
const [SMALLEST, LARGEST] = [0.85, 2.6];

/** By how much a label over somebody's head is scaled, so that it can be read from afar and fills no picture. */
export const labelScale = (depth: number) =>
  Math.min(Math.max(depth / TRUE_SIZE_AT, SMALLEST), LARGEST);

/** How a label over somebody's head is seen. */
export function labelBox(camera: Camera, axes: CameraAxes, label: Label): LabelBox {
  const seen = seenFrom(camera, axes, label.x, label.y, label.z);
  const scale = labelScale(seen.depth);
  return boxOf(label, seen, label.width * scale, label.height * scale);
}

/** How a plate is seen that stands in a place, and is as large as it is. */
export function plateBox(camera: Camera, axes: CameraAxes, plate: Label): LabelBox {
  const seen = seenFrom(camera, axes, plate.x, plate.y, plate.z);
  return boxOf(plate, seen, plate.width, plate.height);
}

function boxOf(
  { id, rank }: Label,
  { right, up, depth }: Seen,
  width: number,
  height: number,
): LabelBox {
  return {
    id,
    rank,
    depth,
    left: (right - width / 2) / depth,
    right: (right + width / 2) / depth,
    bottom: up / depth,
    top: (up + height) / depth,
  };
}
