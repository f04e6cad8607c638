/** Builds the avatars if what they are made of has changed: `node --conditions=ryugu-source scripts/build-avatars.ts`. */
import { buildAvatarsIfStale } from "./avatars-if-stale.ts";

const built = await buildAvatarsIfStale();
process.stdout.write(built ? "the avatars are built\n" : "the avatars are up to date\n");
