import { DoubleSide, MeshBasicMaterial } from "three";

/** What everything is drawn with whose light is painted on: the cheapest material there is. */
export const bakedMaterial = () => new MeshBasicMaterial({ vertexColors: true, side: DoubleSide });
