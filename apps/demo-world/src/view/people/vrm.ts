import type { Object3D } from "three";

/** What the view uses of three-vrm's VRM. (The library's own types cannot be read by Node's module resolution.) */
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
  };
  readonly expressionManager?: {
    setValue(name: string, weight: number): void;
    update(): void;
  };
  readonly springBoneManager?: { update(seconds: number): void };
  readonly nodeConstraintManager?: { update(): void };
}
