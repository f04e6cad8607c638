import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

/** What takes longest begins first: begun last, it would run alone. Files as short as these are guessed to be quick. */
const LONGEST = [
  "zone",
  "books",
  "model",
  "crossings",
  "kill-everything",
  "start-command",
  "world-platforms",
  "processes",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["{src,test,crossings,books,bench,kills}/**/*.test.ts"],
    // Real chains with blocks of one second wait more than they work: two zones at a time fit two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
