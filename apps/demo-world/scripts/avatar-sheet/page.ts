/** Draws avatars in several poses beside one another; `avatar-sheet.ts` opens this page and takes its picture. */
import { type VRM, VRMLoaderPlugin } from "@pixiv/three-vrm";
import {
  AmbientLight,
  Color,
  DirectionalLight,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
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
  renderer.setSize(width * shots.length, height * ids.length);
  renderer.setScissorTest(true);
  const camera = new PerspectiveCamera(22, width / height, 0.1, 20);
  for (const [row, id] of ids.entries()) {
    const vrm = await load(id);
    const scene = stage();
    scene.add(vrm.scene);
    for (const [column, shot] of shots.entries()) {
      take(vrm, shot);
      aim(camera, vrm, shot);
      const box = [column * width, (ids.length - 1 - row) * height, width, height] as const;
      renderer.setViewport(...box);
      renderer.setScissor(...box);
      renderer.render(scene, camera);
    }
    scene.remove(vrm.scene);
  }
};
