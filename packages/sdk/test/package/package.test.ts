import { acquireLock } from "@ryugu/build-once";
import { afterAll, beforeAll, vi } from "vitest";
import { testBundles } from "./bundles.cases.ts";
import { type Consumer, prepareConsumer } from "./consumer.ts";
import { nodeBinaries } from "./node-versions.ts";
import { LOCK } from "./places.ts";
import { testPrograms } from "./programs.cases.ts";
import { testTarball } from "./tarball.cases.ts";

// Compilers, bundlers and a browser: seconds each, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 900_000 });

const nodes = await nodeBinaries();
let prepared: Consumer | undefined;
let release: (() => void) | undefined;

/** Packing and installing takes some seconds, so all cases share one consumer. */
beforeAll(async () => {
  release = await acquireLock(LOCK);
  prepared = await prepareConsumer();
});
afterAll(() => release?.());

function consumer(): Consumer {
  if (prepared === undefined) throw new Error("The consumer is not prepared yet.");
  return prepared;
}

testTarball(consumer);
testPrograms(consumer, nodes);
testBundles(consumer);
