import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { address } from "@ryugu/sdk/primitives";
import { type Reserve, signClaimCertificate, signStatement } from "@ryugu/sdk/reserves";
import { readZone } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { exampleCertificate, exampleStatement } from "../../../sdk/test/example-reserves.ts";
import { run } from "../../test/support/test-cli.ts";
import { localZoneFolder } from "../../test/support/test-zone.ts";

/** The first partner of the test zone. */
const issuer = new Wallet(`0x${"1".padStart(64, "0")}`);

/** A folder in which a zone runs, to write documents of that zone into. */
async function world() {
  const folder = await localZoneFolder();
  const zone = readZone(folder.manifest, folder.trust);
  const validator = address(issuer.address);
  const write = (name: string, document: object) =>
    writeFileSync(join(folder.path, name), JSON.stringify(document));
  return {
    ...folder,
    write,
    async statement(change: Partial<Reserve> = {}) {
      const body = exampleStatement(zone);
      const reserves = body.reserves.map((reserve) => ({ ...reserve, ...change }));
      write("statement.json", await signStatement(issuer, { ...body, validator, reserves }));
    },
    async certificate() {
      const body = { ...exampleCertificate(zone), validator };
      const signed = await signClaimCertificate(issuer, body);
      write("certificate.json", signed);
      return signed;
    },
  };
}

test("a genuine statement: who signed it, what the vaults hold, for people and for machines", async () => {
  using folder = await world();
  await folder.statement();
  const at = { cwd: folder.path };
  const people = await run(["reserves", "verify", "statement.json"], at);
  expect(people.exitCode).toBe(0);
  for (const words of ["2026-11-22", "signed by Otohime Trust", "1: 1 covered", "Minato"])
    expect(people.stdout).toContain(words);
  expect(people.stdout).toMatch(/Minato +Garan +110 +105 +5 +covered/);
  const machines = await run(["reserves", "verify", "statement.json", "--json"], at);
  expect(JSON.parse(machines.stdout)).toMatchObject({
    kind: "statement",
    verified: true,
    partner: "Otohime Trust",
    missing: 0,
    statement: { reserves: [{ vault: "110", owed: "105" }] },
  });
});

test("a genuine statement that says that something is missing: the answer is no", async () => {
  using folder = await world();
  await folder.statement({ state: "short", vault: "95", difference: "-10" });
  const found = await run(["reserves", "verify", "statement.json"], { cwd: folder.path });
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain("1: 0 covered, 1 short or over-issued");
});

test("a holder's certificate", async () => {
  using folder = await world();
  await folder.certificate();
  const found = await run(["reserves", "verify", "certificate.json"], { cwd: folder.path });
  expect(found.exitCode).toBe(0);
  expect(found.stdout).toContain(`0x${"33".repeat(20)}`);
  expect(found.stdout).toMatch(/Minato +40/);
  expect(found.stdout).toMatch(/Minato +Garan +7 +2 +1/);
});

test("what was changed, is not signed here, or is something else: refused, and said why", async () => {
  using folder = await world();
  const certificate = await folder.certificate();
  const refused = async (document: object) => {
    folder.write("changed.json", document);
    const args = ["reserves", "verify", "changed.json", "--json"];
    const { exitCode, stdout, stderr } = await run(args, { cwd: folder.path });
    expect(stdout).toBe("");
    return [exitCode, JSON.parse(stderr).code];
  };
  const other = address(`0x${"44".repeat(20)}`);
  expect(await refused({ ...certificate, holder: other })).toEqual([1, "reserves-untrusted"]);
  expect(await refused({ ...certificate, validator: other })).toEqual([1, "reserves-untrusted"]);
  expect(await refused({ schema: "something-else/1" })).toEqual([1, "invalid-shape"]);
  const missing = await run(["reserves", "verify", "nowhere.json"], { cwd: folder.path });
  expect(missing.exitCode).toBe(3);
});
