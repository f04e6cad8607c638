import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import {
  type IssuerReserveReportBody,
  issuerReserveDigest,
  verifyIssuerReserveReport,
} from "@ryugu/sdk/reserves";
import { keyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { expect, test } from "vitest";
import {
  A_WEEK_LATER,
  BOND,
  DEPOSIT,
  issuerKey,
  issuerReport,
  issuerReportBody,
  TERM_DEPOSIT,
} from "../../../../sdk/test/example-issuer-report.ts";
import { type FakeChain, fakeChain } from "../../../test/support/fake-chain.ts";
import { run, stdinOf } from "../../../test/support/test-cli.ts";
import { temporaryFolder } from "../../../test/support/test-zone.ts";

const now = () => A_WEEK_LATER * 1_000;
const YEN = address(`0x${"51".repeat(20)}`);
const ERC20 = [
  "function totalSupply() view returns (uint256)",
  "function decimals() view returns (uint8)",
];

/** Runs the check on a report that comes through standard input. */
async function check(change: Partial<IssuerReserveReportBody>, ...more: string[]) {
  const stdin = stdinOf(JSON.stringify(await issuerReport(change)));
  return run(["reserves", "issuer", "-", ...more], { stdin, now });
}

test("a sound report: what is held and owed, for people and for machines", async () => {
  const people = await check({});
  expect([people.exitCode, people.stderr]).toEqual([0, ""]);
  expect(people.stdout).toContain("Reserves of Otohime Trust");
  expect(people.stdout).toMatch(/signed by +✓ 0x/);
  expect(people.stdout).toMatch(/reserves +¥1,000 +100\.0 % of what is outstanding/);
  expect(people.stdout).toMatch(/outside demand deposits +40\.0 % of at most 50 %/);
  expect(people.stdout).toMatch(/demand deposits +█{18}░{12} +60\.0 % +¥600/);
  expect(people.stdout).toMatch(/bond of JP +Minamo Trust +2027-01-12 +¥100/);
  expect(people.stdout).toContain("not asked");
  expect(people.stdout).toContain("✓ This report stands.");
  const machines = await check({}, "--json");
  expect(JSON.parse(machines.stdout)).toMatchObject({
    source: "-",
    signature: "verified",
    composition: { outstanding: "100000", holdings: "1000", demandDeposits: "600" },
    findings: [],
    report: { issuer: { name: "Otohime Trust" } },
  });
});

test("a yen over half outside demand deposits: the answer is no", async () => {
  const holdings = [
    { ...DEPOSIT, amount: "500" },
    { ...TERM_DEPOSIT, amount: "501" },
  ];
  const { exitCode, stdout } = await check({ holdings });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/outside demand deposits +50\.1 % of at most 50 %/);
  expect(stdout).toContain("issuer-outside-ceiling");
  expect(stdout).toContain("✗ This report does not stand.  1 error");
});

test("a warning is shown, and is no error", async () => {
  const { isin: _, ...bond } = BOND;
  const holdings = [DEPOSIT, TERM_DEPOSIT, { ...bond, country: "US" }];
  const { exitCode, stdout } = await check({ holdings });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("something to weigh.  1 warning");
});

test("findings are in Japanese where the locale is", async () => {
  const stdin = stdinOf(JSON.stringify(await issuerReport({ holdings: [] })));
  const found = await run(["reserves", "issuer", "check", "-"], {
    stdin,
    now,
    env: { LANG: "ja_JP.UTF-8" },
  });
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain("1,000 円不足");
});

test("an old report is refused from the age that was asked for", async () => {
  expect((await check({}, "--max-age", "7d")).exitCode).toBe(0);
  const old = await check({}, "--max-age", "6d", "--json");
  expect(old.exitCode).toBe(1);
  expect(JSON.parse(old.stdout).findings).toMatchObject([{ code: "issuer-report-old" }]);
});

/** A chain on which the currency has a supply at the block that the fake chain knows. */
async function chainWith(supply: bigint): Promise<FakeChain> {
  const answer = (name: string) => (name === "decimals" ? 2 : supply);
  return fakeChain({ chainNumber: 31_001, contracts: { [YEN]: { abi: ERC20, answer } } });
}

const outstanding = [
  {
    chain: chainId(31_001),
    address: YEN,
    units: "100000",
    block: { number: 9, hash: bytes32(`0x${"00".repeat(32)}`) },
  },
];

test("a chain that is asked confirms what is outstanding, or contradicts it", async () => {
  await using same = await chainWith(100_000n);
  await using other = await chainWith(100_001n);
  const at = ({ url }: FakeChain) => `eip155:31001=${url}`;
  const confirmed = await check({ outstanding }, "--rpc", at(same));
  expect(confirmed.exitCode).toBe(0);
  expect(confirmed.stdout).toContain("✓ the same");
  const dead = "eip155:31001=http://127.0.0.1:1";
  expect((await check({ outstanding }, "--rpc", dead, at(same))).exitCode).toBe(0);
  const contradicted = await check({ outstanding }, "--rpc", at(other));
  expect(contradicted.exitCode).toBe(1);
  expect(contradicted.stdout).toContain("✗ otherwise");
  expect(contradicted.stdout).toContain("100,001 units");
});

test.each([
  ["no chain and address", ["--rpc", "http://127.0.0.1:1"], 2, "usage"],
  ["no chain that is one", ["--rpc", "minato=http://127.0.0.1:1"], 2, "invalid-chain-id"],
  ["a chain that the report has nothing on", ["--rpc", "eip155:5=http://127.0.0.1:1"], 2, "usage"],
  ["a dead chain", ["--rpc", "eip155:31001=http://127.0.0.1:1"], 5, "chain-unavailable"],
  ["an account that is none", ["--account", "0x12"], 2, "invalid-address"],
  ["an age that is none", ["--max-age", "old"], 2, "usage"],
])("%s is a typed error", async (_, args, exitCode, code) => {
  const ran = await check({ outstanding }, ...args, "--json");
  expect([ran.exitCode, ran.stdout]).toEqual([exitCode, ""]);
  expect(JSON.parse(ran.stderr)).toMatchObject({ code });
});

test("the account that is known as the issuer's is the one that counts", async () => {
  const known = await check({}, "--account", issuerKey.address.toLowerCase());
  expect(known.exitCode).toBe(0);
  const other = await check({}, "--account", YEN);
  expect(other.exitCode).toBe(1);
  expect(other.stdout).toContain("issuer-account-other");
});

test("an account that is a contract is asked whether it signed", async () => {
  const abi = ["function isValidSignature(bytes32, bytes) view returns (bytes4)"];
  const WALLET = address(`0x${"77".repeat(20)}`);
  const issuer = { name: "Otohime Trust", account: WALLET, chain: chainId(31_003) };
  const digest = issuerReserveDigest(issuerReportBody({ issuer }));
  const answer = (_: string, [hash, signature]: readonly unknown[]) =>
    hash === digest && `${signature}`.length === 2 + 2 * 65 ? "0x1626ba7e" : "0xffffffff";
  await using chain = await fakeChain({
    chainNumber: 31_003,
    contracts: { [WALLET]: { abi, answer } },
  });
  const unasked = await check({ issuer });
  expect(unasked.exitCode).toBe(1);
  expect(unasked.stdout).toContain("✗ not verified");
  const rpc = `eip155:31003=${chain.url}`;
  const asked = await check({ issuer }, "--rpc", rpc);
  expect(asked.exitCode).toBe(0);
  expect(asked.stdout).toMatch(/✓ 0x\w{40}, a contract on eip155:31003/);
  const stdin = stdinOf(
    JSON.stringify({ ...(await issuerReport({ issuer })), asOf: "2026-10-31T00:00:01Z" }),
  );
  const changed = await run(["reserves", "issuer", "-", "--rpc", rpc], { stdin, now });
  expect(changed.exitCode).toBe(1);
  expect(changed.stdout).toContain("✗ not by");
});

test("an endpoint of another chain is not believed", async () => {
  await using chain = await fakeChain({ chainNumber: 5 });
  const ran = await check({ outstanding }, "--rpc", `eip155:31001=${chain.url}`, "--json");
  expect(ran.exitCode).toBe(4);
  expect(JSON.parse(ran.stderr)).toMatchObject({ code: "endpoint-wrong-chain" });
});

test("what is no report is refused, and said why", async () => {
  const refused = async (text: string) => {
    const args = ["reserves", "issuer", "-", "--json"];
    const { exitCode, stderr } = await run(args, { stdin: stdinOf(text) });
    return [exitCode, JSON.parse(stderr).code];
  };
  expect(await refused("{}")).toEqual([1, "invalid-shape"]);
  expect(await refused("not json")).toEqual([1, "invalid-json"]);
  expect(await refused(" ".repeat(4_000_001))).toEqual([1, "input-too-large"]);
});

const CHEAP = { scrypt: { n: 16, r: 8, p: 1 } };
const SIGN = ["reserves", "issuer", "sign", "draft.json"];
const WITH_KEY = ["--keystore", "issuer.json", "--passphrase-file", "secret.txt"];

/** A folder with a draft and the issuer's key. */
async function desk(change: Partial<IssuerReserveReportBody> = {}) {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  write("draft.json", JSON.stringify(issuerReportBody(change)));
  write("secret.txt", "issuer\n");
  const key = keyWallet(issuerKey.privateKey);
  await writeKeystoreFile(join(folder.path, "issuer.json"), key, "issuer", CHEAP);
  const read = (name: string) => readFileSync(join(folder.path, name), "utf8");
  return { ...folder, read, at: { cwd: folder.path, now } };
}

test("an issuer signs a draft, and signs again what it has changed", async () => {
  using folder = await desk();
  const signed = await run([...SIGN, "--out", "report.json", ...WITH_KEY], folder.at);
  expect([signed.exitCode, signed.stderr]).toEqual([0, ""]);
  expect(signed.stdout).toContain("✓ This report stands.");
  const { report } = verifyIssuerReserveReport(folder.read("report.json"));
  const changed = { ...report, asOf: "2026-10-31T12:00:00Z" };
  writeFileSync(join(folder.path, "draft.json"), JSON.stringify(changed));
  expect((await run([...SIGN, ...WITH_KEY], folder.at)).exitCode).toBe(0);
  expect(verifyIssuerReserveReport(folder.read("draft.json")).report.asOf).toBe(changed.asOf);
});

test("a shortfall is signed too, and shown", async () => {
  using folder = await desk({ holdings: [DEPOSIT] });
  const signed = await run([...SIGN, ...WITH_KEY, "--json"], folder.at);
  expect(signed.exitCode).toBe(0);
  expect(JSON.parse(signed.stdout).findings).toMatchObject([
    { code: "issuer-reserves-short" },
    { code: "issuer-one-custodian" },
  ]);
});

test.each<[string, Partial<IssuerReserveReportBody>]>([
  ["another account", { issuer: { name: "a", account: YEN } }],
  ["a contract", { issuer: { name: "a", account: YEN, chain: chainId(1) } }],
])("a report of %s is not signed with this key", async (_, change) => {
  using folder = await desk(change);
  const before = folder.read("draft.json");
  const refused = await run([...SIGN, ...WITH_KEY, "--json"], folder.at);
  expect([refused.exitCode, JSON.parse(refused.stderr).code]).toEqual([2, "usage"]);
  expect(folder.read("draft.json")).toBe(before);
});

test("a draft from standard input needs a file to be written to", async () => {
  using folder = await desk();
  const args = ["reserves", "issuer", "sign", "-", ...WITH_KEY];
  const stdin = () => stdinOf(folder.read("draft.json"));
  expect((await run(args, { ...folder.at, stdin: stdin() })).exitCode).toBe(2);
  const out = [...args, "--out", "report.json"];
  expect((await run(out, { ...folder.at, stdin: stdin() })).exitCode).toBe(0);
  expect(verifyIssuerReserveReport(folder.read("report.json")).signature).toBe("verified");
});
