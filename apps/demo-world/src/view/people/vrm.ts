import type { Object3D } from "three";

/**
 * What the view uses of three-vrm's VRM. (The library's own types cannot be read by Node's module resolution.) What a
 * file does not have, such as expressions, is `null` or not there at all.
 */
export interface Vrm {
  readonly scene: Object3D;
  readonly meta: { readonly metaVersion: "0" | "1" };
  readonly humanoid: {
    getNormalizedBoneNode(name: string): Object3D | null;
    /** Copies the normalised bones' pose onto the file's own. */
    update(): void;
  };
  readonly lookAt?: {
    target?: Object3D | null | undefined;
    reset(): void;
    update(seconds: number): void;
  } | null;
  readonly expressionManager?: {
    setValue(name: string, weight: number): void;
    update(): void;
  } | null;
  readonly springBoneManager?: { update(seconds: number): void } | null;
  readonly nodeConstraintManager?: { update(): void } | null;
}
