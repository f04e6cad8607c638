import { BoxGeometry, Group, Mesh, MeshStandardMaterial, Texture } from "three";
import { expect, test } from "vitest";
import { flatten } from "./flatten.ts";

const part = (colour: number, x: number, map: Texture | null = null) => {
  const mesh = new Mesh(new BoxGeometry(1, 1, 1), new MeshStandardMaterial({ color: colour, map }));
  mesh.position.x = x;
  return mesh;
};

test("many coloured parts become one mesh that fits a hand, its middle at the origin", () => {
  const model = flatten(new Group().add(part(0xff0000, 0), part(0x00ff00, 3)));
  expect(model).toBeDefined();
  model?.geometry.computeBoundingBox();
  const box = model?.geometry.boundingBox;
  expect(box?.max.x).toBeCloseTo(0.15, 5);
  expect(box?.min.x).toBeCloseTo(-0.15, 5);
  expect(model?.height).toBeCloseTo(0.075, 5);
  const colour = model?.geometry.getAttribute("color");
  expect(colour?.getX(0)).toBe(1);
  expect(colour?.getY((colour.count ?? 1) - 1)).toBe(1);
});

test("one part with a picture keeps it; several with pictures cannot be one mesh", () => {
  const picture = new Texture();
  expect(flatten(new Group().add(part(0xffffff, 0, picture)))?.material.map).toBe(picture);
  expect(
    flatten(new Group().add(part(0xffffff, 0, picture), part(0xffffff, 2, new Texture()))),
  ).toBeUndefined();
  expect(flatten(new Group())).toBeUndefined();
});
