import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

/** The story takes longer than all other tests together: it begins first, and they are played beside it. */
class StoryFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [story, others] = [true, false].map((wanted) =>
      sorted.filter(({ moduleId }) => moduleId.includes("/test/story/") === wanted),
    );
    return [...(story ?? []), ...(others ?? [])];
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "src/**/*.test.{ts,tsx}",
      "avatars/**/*.test.ts",
      "content/**/*.test.ts",
      "server/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    sequence: { sequencer: StoryFirst },
    testTimeout: 60_000,
    maxWorkers: 2,
    // Loading what all files load takes as long as what most of them test: they share processes, and change nothing global.
    isolate: false,
  },
});
