import { expect, test } from "vitest";
import { ROOT } from "../boot/paths.mjs";
import { trackedFiles } from "./files.mjs";
import { findTraces, tracesInText } from "./traces.mjs";

const at = (...parts) => `/${parts.join("/")}`;

test("no file of the project names a path or a registry of one machine", () => {
  expect(findTraces(ROOT, trackedFiles(ROOT))).toEqual([]);
}, 20_000);

test("a home folder is found anywhere, a temporary one outside tests", () => {
  expect(tracesInText(`cd ${at("home", "aiko", "ryugu")}`, "docs/a.md")).toHaveLength(1);
  expect(tracesInText(`"${at("work", "x.ts")}"`, "src/a.test.ts")).toHaveLength(1);
  expect(tracesInText(`open("${at("tmp", "x")}")`, "src/a.ts")).toHaveLength(1);
  expect(tracesInText(`open("${at("tmp", "x")}")`, "src/a.test.ts")).toEqual([]);
  expect(tracesInText(` * @example start("${at("tmp", "x")}")`, "src/a.ts")).toEqual([]);
});

test("paths inside the project, routes and URLs are no traces", () => {
  const text = `docs/work/a https://example.org/home/user ./tmp/x \${dir}/tmp/x at "/homework"`;
  expect(tracesInText(text, "docs/a.md")).toEqual([]);
});

test("a lockfile or setting that names a registry's host is found", () => {
  expect(
    tracesInText('"resolved": "https://npm.example.org/a.tgz"', "package-lock.json"),
  ).toHaveLength(1);
  expect(tracesInText("    resolution: {integrity: sha512-x}", "pnpm-lock.yaml")).toEqual([]);
  expect(tracesInText("fund=false\nregistry=https://npm.example.org/", ".npmrc")).toHaveLength(1);
});
