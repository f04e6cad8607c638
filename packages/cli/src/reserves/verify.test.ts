import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import {
  type Reserve,
  type ReserveStatementBody,
  signClaimCertificate,
  signStatement,
} from "@ryugu/sdk/reserves";
import { readZone, zoneLanes } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { run } from "../../test/support/test-cli.ts";
import { localZoneFolder } from "../../test/support/test-zone.ts";

const HOME = chainId(31_001);
const AWAY = chainId(31_002);
/** The first partner of the test zone. */
const issuer = new Wallet(`0x${"1".padStart(64, "0")}`);
const word = (byte: string) => bytes32(`0x${byte.repeat(32)}`);
const token = address(`0x${"22".repeat(20)}`);
const holder = address(`0x${"33".repeat(20)}`);
const collection = {
  homeChain: HOME,
  counterpartChain: AWAY,
  homeToken: token,
  standard: "erc20",
} as const;
const nothing = { inFlightOut: "0", inFlightBack: "0", parkedOut: "0", parkedBack: "0" };

/** A folder in which a zone runs, to write documents of that zone into. */
async function world() {
  const folder = await localZoneFolder();
  const zone = readZone(folder.manifest, folder.trust);
  const common = {
    zoneId: zone.id,
    validator: address(issuer.address),
    issuedAt: "2027-01-02T00:00:07Z",
    chains: [
      { id: HOME, block: 120, hash: word("a1") },
      { id: AWAY, block: 340, hash: word("b2") },
    ],
  };
  const write = (name: string, document: object) =>
    writeFileSync(join(folder.path, name), JSON.stringify(document));
  return {
    ...folder,
    write,
    async statement(reserve: Partial<Reserve> = {}) {
      const body: ReserveStatementBody = {
        schema: "ryugu-reserve-statement/1",
        ...common,
        day: "2027-01-01",
        reserves: [
          {
            ...collection,
            ...nothing,
            state: "covered",
            outstanding: "70",
            claimed: "0",
            owed: "70",
            vault: "75",
            difference: "5",
            ...reserve,
          },
        ],
        unread: [],
        lanes: zoneLanes(zone).map(({ id, origin, destination }) => ({
          laneId: id,
          originChain: origin.chain,
          destinationChain: destination.chain,
          anchor: 0,
          count: 4,
          head: word("c3"),
          delivered: 3,
        })),
      };
      write("statement.json", await signStatement(issuer, body));
    },
    async certificate() {
      const signed = await signClaimCertificate(issuer, {
        schema: "ryugu-claim-certificate/1",
        ...common,
        holder,
        atHome: [{ homeChain: HOME, homeToken: token, standard: "erc20", units: "40" }],
        holdings: [{ ...collection, ...nothing, outstanding: "7", inFlightBack: "2" }],
      });
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
  for (const words of [
    "2027-01-01",
    "signed by Otohime Trust",
    "1, of which 1 are covered",
    "Minato",
  ])
    expect(people.stdout).toContain(words);
  expect(people.stdout).toMatch(/Minato +Garan +75 +70 +5 +covered/);
  const machines = await run(["reserves", "verify", "statement.json", "--json"], at);
  expect(JSON.parse(machines.stdout)).toMatchObject({
    kind: "statement",
    verified: true,
    partner: "Otohime Trust",
    missing: 0,
    statement: { reserves: [{ vault: "75", owed: "70" }] },
  });
});

test("a genuine statement that says that something is missing: the answer is no", async () => {
  using folder = await world();
  await folder.statement({ state: "short", vault: "60", difference: "-10" });
  const found = await run(["reserves", "verify", "statement.json"], { cwd: folder.path });
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain("1 are wanting");
});

test("a holder's certificate", async () => {
  using folder = await world();
  await folder.certificate();
  const found = await run(["reserves", "verify", "certificate.json"], { cwd: folder.path });
  expect(found.exitCode).toBe(0);
  expect(found.stdout).toContain(holder);
  expect(found.stdout).toMatch(/Minato +40/);
  expect(found.stdout).toMatch(/Minato +Garan +7 +2 +0/);
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
