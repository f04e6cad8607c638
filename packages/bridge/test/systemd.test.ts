import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const FOLDER = fileURLToPath(new URL("../deploy/systemd/", import.meta.url));
const UNITS = ["ryugu-node.service", "ryugu-node@.service"];

/** A unit's settings, in order. */
function settings(name: string): [string, string][] {
  return readFileSync(join(FOLDER, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !/^[#[]/.test(line))
    .map((line) => {
      const [, key, value] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new Error(`Not a setting: ${line}`);
      return [key, value];
    });
}

describe.each(UNITS)("%s", (name) => {
  test("comes back after every end, holds no rights, and gives secrets to nobody else", () => {
    const unit = new Map(settings(name));
    expect(unit.get("Restart")).toBe("always");
    expect(unit.get("StartLimitIntervalSec")).toBe("0");
    expect(unit.get("User")).toBe("ryugu-node");
    expect(unit.get("CapabilityBoundingSet")).toBe("");
    expect(unit.get("LimitCORE")).toBe("0");
    for (const key of ["NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"])
      expect(unit.get(key)).toBe("yes");
    expect(unit.get("ProtectSystem")).toBe("strict");
    const credentials = settings(name).filter(([key]) => key === "LoadCredential");
    expect(credentials.map(([, value]) => value.split(":")[0])).toEqual(["validator", "relayer"]);
    // A node ends within 8 seconds of being asked.
    expect(Number(unit.get("TimeoutStopSec"))).toBeGreaterThan(8);
  });
});

test("the unit for roles is the one for a whole node, but for its name and its configuration", () => {
  const [whole = [], role = []] = UNITS.map(settings);
  const differing = whole.filter(([key, value], i) => role[i]?.join("=") !== `${key}=${value}`);
  expect(differing.map(([key]) => key)).toEqual(["Description", "ExecStart"]);
  expect(new Map(role).get("ExecStart")).toContain("/%i.json");
});
