/** Draws avatars in several poses beside one another; `avatar-sheet.ts` opens this page and takes its picture. */
import { type VRM, VRMLoaderPlugin } from "@pixiv/three-vrm";
import {
  AmbientLight,
  Color,
  ConeGeometry,
  DirectionalLight,
  Mesh,
  MeshStandardMaterial,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { GRIP } from "../../src/sim/motion/index.ts";
import { applyPose } from "./apply-pose.ts";
import { SHOTS, type Shot } from "./shots.ts";

const SETTLE_FRAMES = 50;
const FRAME = 1 / 60;

declare global {
  interface Window {
    /** Draws one row for each avatar; resolves when the picture stands. */
    drawSheet: (
      ids: readonly string[],
      cell: readonly [number, number],
      only?: string,
    ) => Promise<void>;
  }
}

async function load(id: string): Promise<VRM> {
  const loader = new GLTFLoader();
  loader.register((parser) => new VRMLoaderPlugin(parser));
  const gltf = await loader.loadAsync(`/${id}.vrm`);
  const vrm: VRM = gltf.userData.vrm;
  gltf.scene.traverse((thing) => {
    thing.frustumCulled = false;
  });
  return vrm;
}

function stage(): Scene {
  const scene = new Scene();
  scene.background = new Color("#dcebee");
  const sun = new DirectionalLight("#fff4e4", 2.5);
  sun.position.set(-1.2, 2, 2.4);
  scene.add(sun, new AmbientLight("#dfeaff", 0.75));
  return scene;
}

/** A small cone that stands in the hand as an item would. */
function carried(): Mesh {
  const cone = new Mesh(
    new ConeGeometry(0.045, 0.12, 24),
    new MeshStandardMaterial({ color: "#4fb3c8" }),
  );
  cone.geometry.translate(0, 0.06, 0);
  cone.position.set(...GRIP.offset);
  cone.quaternion.set(...GRIP.turn);
  return cone;
}

function aim(camera: PerspectiveCamera, vrm: VRM, { yaw, from }: Shot): void {
  const head = vrm.humanoid.getRawBoneNode("head")?.getWorldPosition(new Vector3());
  const high = head?.y ?? 1;
  const isFace = from === "face";
  const middle = new Vector3(0, isFace ? high + 0.1 : (high + 0.42) / 2, 0);
  const far = isFace ? 1.75 : (high + 0.48) * 2.6;
  camera.position.set(Math.sin(yaw) * far, middle.y + far * 0.06, Math.cos(yaw) * far);
  camera.lookAt(middle);
}

function take(vrm: VRM, shot: Shot): void {
  vrm.expressionManager?.resetValues();
  for (const [name, value] of Object.entries(shot.face ?? {}))
    vrm.expressionManager?.setValue(name, value);
  if (vrm.lookAt) [vrm.lookAt.yaw, vrm.lookAt.pitch] = shot.gaze ?? [0, 0];
  vrm.springBoneManager?.reset();
  // Springs need some time to hang as they would.
  for (let i = SETTLE_FRAMES; i >= 0; i--) {
    const still = shot.motion === "walk" || shot.motion === "run" ? i * FRAME : 0;
    applyPose(vrm, shot.motion, shot.at - still);
    vrm.update(FRAME);
  }
}

window.drawSheet = async (ids, [width, height], only) => {
  const shots = SHOTS.filter(({ name }) => only === undefined || only.split(",").includes(name));
  const canvas = document.querySelector("canvas") ?? undefined;
  const renderer = new WebGLRenderer({
    antialias: true,
    preserveDrawingBuffer: true,
    ...(canvas && { canvas }),
  });
  renderer.outputColorSpace = SRGBColorSpace;
  // One pose of each stands beside the others; several poses make a row for each.
  const isLine = shots.length === 1;
  const rows = isLine ? 1 : ids.length;
  renderer.setSize(width * (isLine ? ids.length : shots.length), height * rows);
  renderer.setScissorTest(true);
  const camera = new PerspectiveCamera(22, width / height, 0.1, 20);
  for (const [row, id] of ids.entries()) {
    const vrm = await load(id);
    const scene = stage();
    scene.add(vrm.scene);
    const vase = carried();
    vrm.humanoid.getRawBoneNode(GRIP.bone)?.add(vase);
    for (const [column, shot] of shots.entries()) {
      take(vrm, shot);
      aim(camera, vrm, shot);
      vase.visible = shot.motion === "hold";
      const box = [
        (isLine ? row : column) * width,
        (rows - 1 - (isLine ? 0 : row)) * height,
        width,
        height,
      ] as const;
      renderer.setViewport(...box);
      renderer.setScissor(...box);
      renderer.render(scene, camera);
    }
    scene.remove(vrm.scene);
  }
};
