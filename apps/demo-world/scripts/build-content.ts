/** Makes what the platforms give and show, unless it is there already: `node scripts/build-content.ts`. */
import { buildContentIfStale } from "./content-if-stale.ts";

const built = await buildContentIfStale();
process.stdout.write(built ? "the content is made\n" : "the content is up to date\n");
