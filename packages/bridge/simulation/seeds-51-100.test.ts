import { playSeeds } from "./play-seeds.ts";

playSeeds(51, 100);
