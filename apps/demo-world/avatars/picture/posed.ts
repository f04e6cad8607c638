import type { Pose } from "../../src/sim/motion/index.ts";
import { MOTION_BONES } from "../../src/sim/motion/index.ts";
import type { Figure } from "../figure.ts";
import type { Surface } from "../geometry/surface.ts";
import { add, cross, normalize, scale, subtract, type Vector } from "../geometry/vector.ts";
import { allJoints } from "../rig/joints.ts";

type Quaternion = readonly [x: number, y: number, z: number, w: number];

/** Where a joint has gone: a point p at rest is now at turn(p − from) + to. */
interface Moved {
  turn: Quaternion;
  from: Vector;
  to: Vector;
}

/** A figure's surface in a pose (linear blend skinning). What swings hangs as it does at rest. */
export function posed(figure: Figure, pose: Pose): Surface {
  const moved = moveJoints(figure, pose);
  const { surface } = figure;
  const each = (i: number, apply: (joint: Moved) => Vector): Vector =>
    (surface.skins[i] ?? []).reduce<Vector>((sum, [name, share]) => {
      const joint = moved.get(name);
      return joint === undefined ? sum : add(sum, scale(apply(joint), share));
    }, ORIGIN);
  return {
    ...surface,
    positions: surface.positions.map((at, i) =>
      each(i, ({ turn, from, to }) => add(rotate(turn, subtract(at, from)), to)),
    ),
    normals: surface.normals.map((normal, i) =>
      normalize(each(i, ({ turn }) => rotate(turn, normal))),
    ),
  };
}

const ORIGIN: Vector = [0, 0, 0];
const STILL: Quaternion = [0, 0, 0, 1];

function moveJoints(figure: Figure, pose: Pose): Map<string, Moved> {
  const own = new Map(
    MOTION_BONES.map((bone, i): [string, Quaternion] => {
      const [x = 0, y = 0, z = 0, w = 1] = pose.rotations.subarray(i * 4, i * 4 + 4);
      return [bone, [x, y, z, w]];
    }),
  );
  const moved = new Map<string, Moved>();
  const [hx = 0, hy = 0, hz = 0] = pose.hips;
  for (const { name, parent, at } of allJoints(figure)) {
    const above = parent === undefined ? undefined : moved.get(parent);
    const turn = own.get(name) ?? STILL;
    const high = figure.build.hips;
    moved.set(
      name,
      above === undefined
        ? { turn, from: at, to: add(at, [hx * high, hy * high, hz * high]) }
        : {
            turn: multiply(above.turn, turn),
            from: at,
            to: add(rotate(above.turn, subtract(at, above.from)), above.to),
          },
    );
  }
  return moved;
}

function multiply([ax, ay, az, aw]: Quaternion, [bx, by, bz, bw]: Quaternion): Quaternion {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

function rotate([x, y, z, w]: Quaternion, at: Vector): Vector {
  const axis: Vector = [x, y, z];
  const half = scale(cross(axis, at), 2);
  return add(add(at, scale(half, w)), cross(axis, half));
}
