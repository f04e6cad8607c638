/** Builds the page if what it is made of has changed: `node --conditions=ryugu-source scripts/build.ts`. */
import { buildIfStale } from "./build-if-stale.ts";

const built = await buildIfStale();
process.stdout.write(built ? "the page is built\n" : "the page is up to date\n");
