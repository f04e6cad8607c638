import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../test/support/test-cli.ts";
import { temporaryFolder } from "../../../test/support/test-zone.ts";
import { zoneFileJsonSchema } from "./zone-file-schema.ts";

const SEAT = (n: number) => `0x${n.toString(16).padStart(40, "0")}`;
const GOOD = {
  schema: "ryugu-zone-file/1",
  name: "some.zone",
  genesis: { quorum: 2, validators: [SEAT(2), SEAT(1), SEAT(3)] },
  chains: [
    { id: "eip155:1", name: "One", rpcUrls: ["http://127.0.0.1:9/v3/a-secret"] },
    { id: "eip155:2", name: "Two", rpcUrls: ["http://127.0.0.1:9"] },
  ],
};

test("docs/reference/zone-file.schema.json is the schema that validates; `npm run docs` renews it", () => {
  const path = new URL("../../../../../docs/reference/zone-file.schema.json", import.meta.url);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(zoneFileJsonSchema());
});

const deploy = async (file: unknown) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "zone.json"), JSON.stringify(file));
  const { exitCode, stdout, stderr } = await run(
    ["zone", "deploy", "zone.json", "--dry-run", "--json"],
    { cwd: folder.path },
  );
  expect(stdout).toBe("");
  return { exitCode, ...JSON.parse(stderr) };
};

test.each([
  ["a field that nobody knows", { ...GOOD, owner: "me" }, "invalid-shape"],
  ["a chain twice", { ...GOOD, chains: [GOOD.chains[0], GOOD.chains[0]] }, "invalid-shape"],
  ["no majority", { ...GOOD, genesis: { ...GOOD.genesis, quorum: 1 } }, "invalid-validator-set"],
  [
    "a validator twice",
    { ...GOOD, genesis: { quorum: 2, validators: [SEAT(1), SEAT(1)] } },
    "invalid-validator-set",
  ],
  ["a name that cannot be", { ...GOOD, name: "Some Zone" }, "invalid-zone-name"],
  ["a lane to nowhere", { ...GOOD, lanes: [["eip155:1", "eip155:3"]] }, "usage"],
])("a zone file with %s is refused before any chain is asked", async (_, file, code) => {
  expect(await deploy(file)).toMatchObject({ code });
});

test("an endpoint that does not answer is named without its path, which may hold a key", async () => {
  const { exitCode, code, details } = await deploy(GOOD);
  expect([exitCode, code]).toEqual([5, "chain-unavailable"]);
  expect(details.join()).toContain("http://127.0.0.1:9");
  expect(details.join()).not.toContain("a-secret");
});
