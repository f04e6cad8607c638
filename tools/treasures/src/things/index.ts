import type { Part } from "../mesh.ts";
import type { View } from "../render.ts";
import { colour } from "../vector.ts";
import { coral } from "./coral.ts";
import { jewelBox } from "./jewel-box.ts";
import { lantern } from "./lantern.ts";
import { nautilus } from "./nautilus.ts";
import { pearl } from "./pearl.ts";
import { turtle } from "./turtle.ts";

/** One piece of the demo's collection: what it is called, how it is made and how it is seen. */
export interface Treasure {
  name: string;
  description: string;
  material: string;
  make: () => Part[];
  view: View;
}

/** The collection's name. */
export const COLLECTION_NAME = "Treasures of the Sea Palace";
export const COLLECTION_SYMBOL = "RYUGU";

/** Six things from the tale of Urashima and the palace under the sea. */
export const TREASURES: readonly Treasure[] = [
  {
    name: "Turtle 亀",
    description: "The sea turtle that Urashima saved from the children, and that carried him down.",
    material: "tortoiseshell",
    make: turtle,
    view: { yaw: 0.62, pitch: 0.62, water: colour("1f8f9a") },
  },
  {
    name: "Lantern 提灯",
    description: "It lights the last fathoms before the gate.",
    material: "paper and lacquer",
    make: lantern,
    view: { yaw: 0.3, pitch: 0.2, water: colour("24356f") },
  },
  {
    name: "Nautilus 鸚鵡貝",
    description: "A spiral that grows by the same share with every turn.",
    material: "shell",
    make: nautilus,
    view: { yaw: -0.5, pitch: 0.22, water: colour("2a6fa8") },
  },
  {
    name: "Pearl 真珠",
    description: "Seven years of patience, one grain of sand.",
    material: "nacre",
    make: pearl,
    view: { yaw: 0.35, pitch: 0.45, water: colour("6b5aa6") },
  },
  {
    name: "Coral 珊瑚",
    description: "A branch from the garden where it is spring, summer, autumn and winter at once.",
    material: "coral",
    make: coral,
    view: { yaw: 0.4, pitch: 0.12, water: colour("167f86") },
  },
  {
    name: "Jewel box 玉手箱",
    description: "Otohime's gift. Whatever happens, do not open it.",
    material: "lacquer and gold",
    make: jewelBox,
    view: { yaw: 0.6, pitch: 0.5, water: colour("3f4a9c") },
  },
];
