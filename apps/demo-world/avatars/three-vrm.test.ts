import { type VRM, VRMLoaderPlugin } from "@pixiv/three-vrm";
import { type Mesh, type Object3D, Texture, Vector3 } from "three";
import { type GLTF, GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { expect, test } from "vitest";
import {
  createPose,
  MOTION_BONES,
  MOTIONS_BY_NAME,
  type MotionName,
  pose,
} from "../src/sim/motion/index.ts";
import { buildAvatars } from "./build.ts";
import { EXPRESSION_NAMES } from "./face/face-pose.ts";

const vrms = [...buildAvatars()].filter(([name]) => name.endsWith(".vrm"));

/** Reads as a browser would, but for the pictures, which Node cannot decode. */
async function load(bytes: Buffer): Promise<{ vrm: VRM; scene: Object3D }> {
  const loader = new GLTFLoader();
  loader.register(() => ({ name: "no-pictures", loadTexture: async () => new Texture() }));
  loader.register((parser) => new VRMLoaderPlugin(parser));
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const gltf: GLTF = await loader.parseAsync(whole as ArrayBuffer, "");
  return { vrm: gltf.userData.vrm, scene: gltf.scene };
}

test.each(vrms)(
  "three-vrm reads %s: one skinned mesh, one material, every expression",
  async (_name, bytes) => {
    const { vrm, scene } = await load(bytes);
    const meshes: Mesh[] = [];
    scene.traverse((thing) => {
      if ("isMesh" in thing) meshes.push(thing as Mesh);
    });
    expect(meshes).toHaveLength(1);
    expect(meshes[0]).toMatchObject({
      isSkinnedMesh: true,
      material: { isMToonMaterial: true, isOutline: false },
    });
    for (const name of EXPRESSION_NAMES) {
      vrm.expressionManager.resetValues();
      vrm.expressionManager.setValue(name, 1);
      vrm.update(1 / 60);
      const moved = meshes[0]?.morphTargetInfluences?.filter((weight) => weight > 0);
      expect(moved, name).toEqual([1]);
    }
    expect(vrm.lookAt).toBeDefined();
    expect(vrm.springBoneManager.joints.size).toBeGreaterThan(5);
  },
);

test.each(vrms)(
  "%s stands on the ground and keeps its limbs in every motion",
  async (_name, bytes) => {
    const { vrm } = await load(bytes);
    const stance = createPose();
    const height = vrm.humanoid.normalizedRestPose.hips.position[1];
    const at = new Vector3();
    for (const motion of Object.keys(MOTIONS_BY_NAME) as MotionName[]) {
      for (let seconds = 0; seconds < MOTIONS_BY_NAME[motion].seconds; seconds += 1 / 12) {
        pose(motion, seconds, stance);
        MOTION_BONES.forEach((bone, i) => {
          vrm.humanoid.getNormalizedBoneNode(bone).quaternion.fromArray(stance.rotations, i * 4);
        });
        vrm.humanoid
          .getNormalizedBoneNode("hips")
          .position.set(0, height * (1 + (stance.hips[1] ?? 0)), 0);
        vrm.update(1 / 12);
        vrm.scene.updateMatrixWorld(true);
        const places = ["leftToes", "rightToes", "head", "rightHand"].map(
          (bone) => vrm.humanoid.getRawBoneNode(bone).getWorldPosition(at).y,
        );
        const [left = 0, right = 0, head = 0] = places;
        expect(places.every(Number.isFinite)).toBe(true);
        expect(Math.min(left, right), `${motion} ${seconds}`).toBeGreaterThan(-0.06);
        expect(head).toBeGreaterThan(height);
        // One foot carries the body, but for the moment in which a runner flies and for one who sits.
        if (motion !== "sit")
          expect(Math.min(left, right), `${motion} ${seconds}`).toBeLessThan(0.16);
      }
    }
  },
);
