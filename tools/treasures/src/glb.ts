import { Document, NodeIO } from "@gltf-transform/core";
import type { Mesh, Part } from "./mesh.ts";
import type { Vector } from "./vector.ts";

const GENERATOR = "Ryugu demo treasures";

/** Writes a model as GLB (glTF 2.0, ISO/IEC 12113). */
export function encodeGlb(name: string, parts: readonly Part[]): Promise<Uint8Array> {
  const document = new Document();
  document.getRoot().getAsset().generator = GENERATOR;
  const buffer = document.createBuffer();
  const node = document.createNode(name);
  const mesh = document.createMesh(name);
  const vectors = (values: readonly Vector[]) =>
    document
      .createAccessor()
      .setType("VEC3")
      .setArray(new Float32Array(values.flat()))
      .setBuffer(buffer);
  parts.forEach(({ mesh: surface, finish }, i) => {
    const material = document
      .createMaterial(`${name} ${i + 1}`)
      .setMetallicFactor(finish.metallic)
      .setRoughnessFactor(finish.roughness)
      .setDoubleSided(true);
    if (finish.glow > 0) {
      const [r, g, b] = meanColour(surface);
      material.setEmissiveFactor([r * finish.glow, g * finish.glow, b * finish.glow]);
    }
    const indices = document
      .createAccessor()
      .setType("SCALAR")
      .setArray(indexArray(surface))
      .setBuffer(buffer);
    mesh.addPrimitive(
      document
        .createPrimitive()
        .setMaterial(material)
        .setIndices(indices)
        .setAttribute("POSITION", vectors(surface.positions))
        .setAttribute("NORMAL", vectors(surface.normals))
        .setAttribute("COLOR_0", vectors(surface.colours)),
    );
  });
  document.createScene(name).addChild(node.setMesh(mesh));
  return new NodeIO().writeBinary(document);
}

/** Light given off has one colour for a whole material in glTF. */
function meanColour({ colours }: Mesh): Vector {
  const sum = (channel: 0 | 1 | 2) => colours.reduce((total, c) => total + c[channel], 0);
  return [sum(0) / colours.length, sum(1) / colours.length, sum(2) / colours.length];
}

/** Two bytes an index where they suffice. */
function indexArray({
  positions,
  triangles,
}: Mesh): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  const indices = triangles.flat();
  return positions.length <= 0xffff ? new Uint16Array(indices) : new Uint32Array(indices);
}
