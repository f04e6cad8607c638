import {
  CanvasTexture,
  CircleGeometry,
  DynamicDrawUsage,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
} from "three";

/** The most people who have a shadow. */
const MOST = 128;
/** Over the floor, so that they never fight, in metres. */
const LIFT = 0.018;

/** A soft dark spot under each person: one draw call for all. */
export interface Shadows {
  readonly mesh: InstancedMesh;
  begin(): void;
  add(x: number, z: number, radius: number): void;
  end(): void;
  dispose(): void;
}

/** See {@link Shadows}. */
export function createShadows(): Shadows {
  const geometry = new CircleGeometry(1, 20).rotateX(-Math.PI / 2);
  const material = new MeshBasicMaterial({
    color: 0x0a1016,
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
    alphaMap: spot(),
  });
  const mesh = new InstancedMesh(geometry, material, MOST);
  mesh.instanceMatrix.setUsage(DynamicDrawUsage);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  const matrix = new Matrix4();
  let count = 0;
  return {
    mesh,
    begin() {
      count = 0;
    },
    add(x, z, radius) {
      if (count >= MOST) return;
      matrix.makeScale(radius, 1, radius).setPosition(x, LIFT, z);
      mesh.setMatrixAt(count++, matrix);
    },
    end() {
      mesh.count = count;
      mesh.visible = count > 0;
      mesh.instanceMatrix.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.alphaMap?.dispose();
      material.dispose();
      mesh.dispose();
    },
  };
}

/** Dark in the middle, nothing at the rim. Without a canvas (in a test) the spot has a hard rim. */
function spot(): CanvasTexture | null {
  if (typeof document === "undefined") return null;
  const canvas = document.createElement("canvas");
  canvas.width = 64;
  canvas.height = 64;
  const brush = canvas.getContext("2d");
  if (brush === null) return null;
  const fade = brush.createRadialGradient(32, 32, 2, 32, 32, 32);
  fade.addColorStop(0, "#fff");
  fade.addColorStop(0.45, "#999");
  fade.addColorStop(1, "#000");
  brush.fillStyle = fade;
  brush.fillRect(0, 0, 64, 64);
  return new CanvasTexture(canvas);
}
