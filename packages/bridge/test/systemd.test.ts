import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
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

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

// Machines without systemd have the tests above; it is no dependency of anything else here.
test.runIf(hasSystemd)("systemd finds nothing wrong, and little exposed", () => {
  const root = systemFolder();
  for (const unit of ["ryugu-node.service", "ryugu-node@relay.service"]) {
    const found = spawnSync("systemd-analyze", ["verify", "--man=no", `--root=${root}`, unit]);
    expect(`${found.stdout}${found.stderr}`).toBe("");
    expect(found.status).toBe(0);
  }
  const args = ["security", "--offline=true", `--root=${root}`, "--threshold=20", "--no-pager"];
  expect(() => execFileSync("systemd-analyze", [...args, "ryugu-node.service"])).not.toThrow();
});

/** As much of a system as the units name. */
function systemFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "systemd-"));
  const [units, programs] = ["usr/lib/systemd/system", "usr/local/bin"].map((name) => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  });
  if (units === undefined || programs === undefined) throw new Error("no folders");
  for (const unit of UNITS) copyFileSync(join(FOLDER, unit), join(units, unit));
  for (const target of ["sysinit", "basic", "shutdown", "network-online", "multi-user"])
    writeFileSync(join(units, `${target}.target`), "[Unit]\nDescription=There\n");
  writeFileSync(join(programs, "ryugu-node"), "#!/bin/sh\n");
  chmodSync(join(programs, "ryugu-node"), 0o755);
  return root;
}
