import { Group, Mesh, type Object3D, Quaternion, Vector3 } from "three";
import { bodyScale } from "../../sim/detail/stand-in.ts";
import {
  createPerformer,
  type Doing,
  GRIP,
  type Performer,
  perform,
} from "../../sim/motion/index.ts";
import type { HeldModel } from "../items/flatten.ts";
import { applyPose, type Skeleton, skeletonOf } from "./apply-pose.ts";
import { createFace, type Face, updateFace } from "./face.ts";
import type { ReadAvatar } from "./vrm-reader.ts";

/** Whoever is drawn: oneself or somebody else. */
export interface Body {
  x: number;
  z: number;
  heading: number;
  motion: Doing["motion"];
  emote: { kind: "wave" | "bow" | "nod"; since: number } | undefined;
  said: { text: string; until: number } | undefined;
}

/** One person, drawn. */
export interface Figure {
  readonly root: Group;
  readonly performer: Performer;
  readonly face: Face;
  avatar: ReadAvatar | undefined;
  skeleton: Skeleton | undefined;
  held: Mesh | undefined;
  /** Of the drawn body, in metres. */
  height: number;
  /** Seconds that have passed since it last moved. */
  waited: number;
}

/** What people are drawn as until their avatar is there is about so tall, in metres. */
const UNSEEN_HEIGHT = 1.35;
/** The grip is for a hand of a body of this height, in metres. */
const GRIP_FOR = 1.42;

/** Somebody who is not seen yet. */
export function createFigure(id: number): Figure {
  const start = (id * 1.37) % 3;
  return {
    root: new Group(),
    performer: createPerformer(start),
    face: createFace(start),
    avatar: undefined,
    skeleton: undefined,
    held: undefined,
    height: UNSEEN_HEIGHT,
    waited: 0,
  };
}

/** Puts an avatar on, or takes it off. */
export function dress(figure: Figure, avatar: ReadAvatar | undefined): ReadAvatar | undefined {
  const before = figure.avatar;
  if (before !== undefined) figure.root.remove(before.vrm.scene);
  const { held } = figure;
  figure.avatar = avatar;
  figure.skeleton = avatar === undefined ? undefined : skeletonOf(avatar.vrm);
  figure.height = UNSEEN_HEIGHT;
  if (avatar !== undefined) {
    const scale = bodyScale(avatar.height);
    avatar.vrm.scene.scale.setScalar(scale);
    figure.height = avatar.height * scale;
    figure.root.add(avatar.vrm.scene);
  }
  if (held !== undefined) attach(figure, held);
  return before;
}

/** Gives something into the right hand, or takes it away. */
export function giveHeld(figure: Figure, model: HeldModel | undefined): void {
  figure.held?.removeFromParent();
  figure.held = undefined;
  if (model === undefined) return;
  const mesh = new Mesh(model.geometry, model.material);
  mesh.userData.height = model.height;
  figure.held = mesh;
  attach(figure, mesh);
}

const turnInHand = new Quaternion(...GRIP.turn);
const upInHand = new Vector3(0, 1, 0).applyQuaternion(turnInHand);

function attach(figure: Figure, held: Mesh): void {
  const hand: Object3D | null | undefined = figure.avatar?.vrm.humanoid.getNormalizedBoneNode(
    GRIP.bone,
  );
  if (!hand || figure.avatar === undefined) {
    held.removeFromParent();
    return;
  }
  const grown = figure.avatar.height / GRIP_FOR;
  const height: unknown = held.userData.height;
  held.quaternion.copy(turnInHand);
  held.position.set(...GRIP.offset).multiplyScalar(grown);
  held.position.addScaledVector(upInHand, (typeof height === "number" ? height : 0.2) / 2);
  hand.add(held);
}

const doing: Doing = { motion: "idle", holds: false };

/** Moves somebody's body on by some seconds. */
export function moveFigure(
  figure: Figure,
  body: Body,
  time: number,
  seconds: number,
  options: { holds: boolean; swings: boolean; lookAt: Object3D | undefined },
): void {
  doing.motion = body.motion;
  doing.holds = options.holds;
  doing.emote = body.emote?.kind;
  doing.emoteSeconds = body.emote === undefined ? 0 : time - body.emote.since;
  perform(figure.performer, doing, seconds);
  const { avatar, skeleton } = figure;
  if (avatar === undefined || skeleton === undefined) return;
  const { vrm } = avatar;
  applyPose(skeleton, figure.performer.out);
  vrm.humanoid.update();
  if (vrm.lookAt != null) {
    if (options.lookAt === undefined) vrm.lookAt.reset();
    vrm.lookAt.target = options.lookAt;
    vrm.lookAt.update(seconds);
  }
  updateFace(figure.face, vrm, time, seconds, { said: body.said?.text, emote: body.emote?.kind });
  vrm.nodeConstraintManager?.update();
  if (options.swings) vrm.springBoneManager?.update(Math.min(seconds, 0.05));
}
