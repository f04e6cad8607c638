/**
 * Has systemd and Prometheus judge what this folder gives to operators: `npm run check:deploy`. Not part of `npm test`, whose
 * own tests of these files need neither.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = (name: string) => fileURLToPath(new URL(`${name}/`, import.meta.url));
const UNITS = ["ryugu-node.service", "ryugu-node@.service"];
/** Of 100; systemd calls less than 20 good. */
const MOST_EXPOSED = 20;
/** Debian's packages of the tools. */
const PACKAGES = { "systemd-analyze": "systemd", promtool: "prometheus" } as const;

/** Runs a tool; a finding is whatever ends it with another code, or what it says where it should be silent. */
function judge(tool: keyof typeof PACKAGES, args: readonly string[], cwd: string): boolean {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { cwd, encoding: "utf8" });
  const isGood = error === undefined && status === 0;
  const what = `${tool} ${args[0]} ${args.at(-1)}`;
  if (isGood) process.stdout.write(`✓ ${what}\n`);
  else if (error !== undefined)
    process.stderr.write(`✗ ${tool} is missing: apt-get install ${PACKAGES[tool]}\n`);
  else process.stderr.write(`✗ ${what}\n${stdout}${stderr}`);
  return isGood;
}

/** As much of a system as the units name. */
function systemFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "systemd-"));
  const units = join(root, "usr/lib/systemd/system");
  const programs = join(root, "usr/local/bin");
  for (const path of [units, programs]) mkdirSync(path, { recursive: true });
  for (const unit of UNITS) copyFileSync(join(folder("systemd"), unit), join(units, unit));
  for (const target of ["sysinit", "basic", "shutdown", "network-online", "multi-user"])
    writeFileSync(join(units, `${target}.target`), "[Unit]\nDescription=There\n");
  writeFileSync(join(programs, "ryugu-node"), "#!/bin/sh\n");
  chmodSync(join(programs, "ryugu-node"), 0o755);
  return root;
}

const root = systemFolder();
const exposure = ["--offline=true", `--threshold=${MOST_EXPOSED}`, "--no-pager"];
const results = [
  ...["ryugu-node.service", "ryugu-node@relay.service"].map((unit) =>
    judge("systemd-analyze", ["verify", "--man=no", `--root=${root}`, unit], root),
  ),
  judge("systemd-analyze", ["security", ...exposure, `--root=${root}`, UNITS[0] ?? ""], root),
  judge("promtool", ["test", "rules", "ryugu-alerts.test.yml"], folder("prometheus")),
];
rmSync(root, { recursive: true, force: true });
process.exitCode = results.every(Boolean) ? 0 : 1;
