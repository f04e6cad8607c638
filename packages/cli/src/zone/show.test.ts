import { expect, test } from "vitest";
import { cellOf, run } from "../../test/support/test-cli.ts";
import { localZoneFolder } from "../../test/support/test-zone.ts";

test("people see who signed, and columns stand in line beside Japanese names", async () => {
  using folder = await localZoneFolder();
  const { stdout } = await run(["zone", "show"], { cwd: folder.path });
  expect(stdout).toContain("signed by 3 of 5 partners, 3 needed");
  const validators = folder.manifest.partners.map(({ validator }) => cellOf(stdout, validator));
  expect(new Set(validators).size).toBe(1);
  expect(stdout.match(/not signed/g)).toHaveLength(2);
});

test("machines get the whole zone with its lanes, as one value", async () => {
  using folder = await localZoneFolder();
  const { stdout, stderr } = await run(["zone", "show", "--json"], { cwd: folder.path });
  const value = JSON.parse(stdout);
  expect(stderr).toBe("");
  expect(value).toMatchObject({
    quorum: 3,
    signedBy: folder.manifest.signatures.map(({ validator }) => validator),
    partners: folder.manifest.partners,
    chains: [{ id: "eip155:31001" }, { id: "eip155:31002" }],
  });
  expect(value.lanes.map(({ origin }: { origin: string }) => origin)).toEqual([
    "eip155:31001",
    "eip155:31002",
  ]);
});
