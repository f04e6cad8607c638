import {
  BoxGeometry,
  type BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  LatheGeometry,
  PlaneGeometry,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from "three";

/** Light is painted onto corners: large faces are cut so that it has somewhere to be. */
const STEP = 1.6;
const cuts = (size: number, step: number) => Math.min(40, Math.max(1, Math.round(size / step)));

/** A box by its middle and its size along x, y and z, in metres. */
export function box(
  x: number,
  y: number,
  z: number,
  width: number,
  height: number,
  depth: number,
  step = STEP,
): BufferGeometry {
  const geometry = new BoxGeometry(
    width,
    height,
    depth,
    cuts(width, step),
    cuts(height, step),
    cuts(depth, step),
  );
  return geometry.translate(x, y, z);
}

/** A box that stands on a height. */
export const boxOn = (
  x: number,
  bottom: number,
  z: number,
  width: number,
  height: number,
  depth: number,
  step = STEP,
): BufferGeometry => box(x, bottom + height / 2, z, width, height, depth, step);

/** An upright cylinder or cone that stands on a height. */
export function post(
  x: number,
  bottom: number,
  z: number,
  radius: number,
  height: number,
  top = radius,
  sides = 12,
): BufferGeometry {
  const geometry = new CylinderGeometry(top, radius, height, sides, cuts(height, STEP));
  return geometry.translate(x, bottom + height / 2, z);
}

/** A ball. */
export function ball(x: number, y: number, z: number, radius: number, sides = 14): BufferGeometry {
  return new SphereGeometry(radius, sides, Math.round(sides * 0.7)).translate(x, y, z);
}

/** A turned body: its outline as [radius, height] pairs from the bottom up. */
export function turned(
  x: number,
  y: number,
  z: number,
  outline: readonly (readonly [number, number])[],
  sides = 16,
): BufferGeometry {
  const points = outline.map(([radius, height]) => new Vector2(Math.max(radius, 1e-4), height));
  return new LatheGeometry(points, sides).translate(x, y, z);
}

/** A round bar along a smooth line. */
export function bar(
  line: readonly (readonly [number, number, number])[],
  radius: number,
  sides = 6,
  pieces = line.length * 4,
): BufferGeometry {
  const curve = new CatmullRomCurve3(line.map(([x, y, z]) => new Vector3(x, y, z)));
  return new TubeGeometry(curve, pieces, radius, sides);
}

/** A ring that stands upright and faces along x. */
export function ringAcrossX(
  x: number,
  y: number,
  z: number,
  radius: number,
  thickness: number,
  sides = 10,
  pieces = 48,
): BufferGeometry {
  const geometry = new TorusGeometry(radius, thickness, sides, pieces);
  return geometry.rotateY(Math.PI / 2).translate(x, y, z);
}

/** An upright sheet that faces south at turn 0; `turn` in radians around its middle. */
export function sheet(
  x: number,
  y: number,
  z: number,
  width: number,
  height: number,
  turn = 0,
  step = 100,
): BufferGeometry {
  const geometry = new PlaneGeometry(width, height, cuts(width, step), cuts(height, step));
  return geometry.rotateY(turn).translate(x, y, z);
}
