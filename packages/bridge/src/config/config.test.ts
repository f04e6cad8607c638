import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/harness/temporary-folder.ts";
import { word } from "../../test/model/messages.ts";
import { configJsonSchema, signerJsonSchema } from "./json-schema.ts";
import { loadConfig, readSecret } from "./load.ts";
import { DEFAULT_TUNING, type NodeConfigInput } from "./schema.ts";
import { loadSignerConfig } from "./signer.ts";

const minimal: NodeConfigInput = {
  schema: "ryugu-node-config/1",
  partner: "Fuji",
  manifest: { source: "zone/manifest.json", zoneId: word("zone"), genesisSetHash: word("set") },
  database: "node.sqlite",
  validator: { keystore: "validator.json", passphrase: { file: "secret" } },
  chains: [{ id: "eip155:1", rpcUrls: ["https://rpc.example"] }],
};

function write(value: unknown, at = temporaryFolder()): string {
  const path = join(at, "config.json");
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

test("what is left out has a default; paths are relative to the file", async () => {
  const at = temporaryFolder();
  const config = await loadConfig(write(minimal, at));
  expect(config).toMatchObject({
    database: join(at, "node.sqlite"),
    manifest: { source: join(at, "zone/manifest.json") },
    validator: { keystore: join(at, "validator.json"), passphrase: { file: join(at, "secret") } },
    api: { host: "127.0.0.1", port: 4_100 },
    chains: [{ agreement: 1 }],
    tuning: DEFAULT_TUNING,
  });
  expect(config.relayer).toBeUndefined();
  expect(Object.isFrozen(config)).toBe(true);
});

test("a manifest's URL and a database in memory stay as they are", async () => {
  const config = await loadConfig(
    write({
      ...minimal,
      database: ":memory:",
      manifest: { ...minimal.manifest, source: "https://zone.example/m.json" },
    }),
  );
  expect([config.database, config.manifest.source]).toEqual([
    ":memory:",
    "https://zone.example/m.json",
  ]);
});

test.each([
  ["partner", { ...minimal, partner: 7 }],
  ["manifest.zoneId", { ...minimal, manifest: { ...minimal.manifest, zoneId: "0x12" } }],
  ["chains.0.id", { ...minimal, chains: [{ id: "1", rpcUrls: ["https://rpc.example"] }] }],
  ["chains.0.rpcUrls.0", { ...minimal, chains: [{ id: "eip155:1", rpcUrls: ["rpc.example"] }] }],
  ["validator.passphrase", { ...minimal, validator: { keystore: "a", passphrase: "open sesame" } }],
  ["api.port", { ...minimal, api: { port: 70_000 } }],
  ["tuning.pollIntervalMs", { ...minimal, tuning: { pollIntervalMs: 0 } }],
  ["databse", { ...minimal, databse: "typo" }],
  ["log.level", { ...minimal, log: { level: "loud" } }],
])("a wrong %s is named, and secrets are not repeated", async (field, value) => {
  const error: unknown = await loadConfig(write(value)).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "config-invalid" });
  expect(String(error)).toContain(field);
  expect(String(error)).not.toContain("open sesame");
});

test.each([
  ["https://one.example/a", "https://one.example/b"],
  ["https://one.example", "https://one.example:8443"],
])("two addresses at one host cannot agree: %s, %s", async (...rpcUrls) => {
  const chains = [{ id: "eip155:1", rpcUrls, agreement: 2 }];
  const error: unknown = await loadConfig(write({ ...minimal, chains })).catch((e: unknown) => e);
  expect(error).toMatchObject({
    code: "config-invalid",
    shortMessage: expect.stringContaining("independent"),
  });
  // With others beside them they may stand for each other.
  const more = [{ ...chains[0], rpcUrls: [...rpcUrls, "https://two.example"] }];
  expect((await loadConfig(write({ ...minimal, chains: more }))).chains).toEqual(more);
});

test("an endpoint that is named twice is refused", async () => {
  const rpcUrls = ["https://one.example/key", "https://one.example/key"];
  const twice = loadConfig(write({ ...minimal, chains: [{ id: "eip155:1", rpcUrls }] }));
  await expect(twice).rejects.toThrow("twice");
  await expect(twice).rejects.not.toThrow("key");
});

test("no file, no JSON", async () => {
  await expect(loadConfig("/nowhere/config.json")).rejects.toMatchObject({
    code: "config-invalid",
  });
  await expect(loadConfig(write("{"))).rejects.toMatchObject({ code: "config-invalid" });
});

test("passphrases come from a file, without its line's end, or from the environment", async () => {
  const file = join(temporaryFolder(), "secret");
  writeFileSync(file, " with spaces \n");
  expect(await readSecret({ file }, {})).toBe(" with spaces ");
  expect(await readSecret({ env: "SECRET" }, { SECRET: "x" })).toBe("x");
  await expect(readSecret({ env: "SECRET" }, { SECRET: "" })).rejects.toMatchObject({
    code: "config-invalid",
  });
  await expect(readSecret({ file: "/nowhere" }, {})).rejects.toMatchObject({
    code: "config-invalid",
  });
});

test("a passphrase may be a credential of systemd's", async () => {
  const credentials = temporaryFolder();
  writeFileSync(join(credentials, "validator"), "from systemd\n");
  const source = { credential: "validator" };
  expect(await readSecret(source, { CREDENTIALS_DIRECTORY: credentials })).toBe("from systemd");
  await expect(readSecret(source, {})).rejects.toThrow("systemd gave none");
  const outside = { ...minimal.validator, passphrase: { credential: "../secret" } };
  await expect(loadConfig(write({ ...minimal, validator: outside }))).rejects.toThrow("validator");
});

test.each([
  ["node", configJsonSchema()],
  ["signer", signerJsonSchema()],
])("the published JSON Schema of a %s is the one that validates", (name, schema) => {
  const published = fileURLToPath(
    new URL(`../../../../docs/reference/${name}-config.schema.json`, import.meta.url),
  );
  expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(schema);
});

const remote = { socket: "signer.sock", address: `0x${"ab".repeat(20)}` };

test("a validator's key may be kept by another process", async () => {
  const at = temporaryFolder();
  const validator = { remote: { ...remote, token: { file: "token" } } };
  expect((await loadConfig(write({ ...minimal, validator }, at))).validator).toMatchObject({
    remote: {
      socket: join(at, "signer.sock"),
      token: { file: join(at, "token") },
      timeoutMs: 5_000,
    },
  });
});

test.each<[string, object]>([
  ["a keystore and a signer", { ...minimal.validator, remote }],
  ["neither", {}],
  [
    "a socket and a URL",
    { remote: { ...remote, url: "https://signer.example", token: { env: "T" } } },
  ],
  ["a URL without a token", { remote: { url: "https://signer.example", address: remote.address } }],
  [
    "a token in the clear",
    { remote: { url: "http://signer.example", token: { env: "T" }, address: remote.address } },
  ],
])("%s: refused", async (_, validator) => {
  const loaded = loadConfig(write({ ...minimal, validator }));
  await expect(loaded).rejects.toMatchObject({ code: "config-invalid" });
  await expect(loaded).rejects.toThrow("validator");
});

const signerFile = {
  schema: "ryugu-signer-config/1",
  zoneId: word("zone"),
  keystore: "validator.json",
  passphrase: { env: "SECRET" },
  memory: "memory.sqlite",
};

test("a signer listens where only its node can ask", async () => {
  const at = temporaryFolder();
  const good = [
    { listen: { socket: "signer.sock" } },
    { listen: { host: "127.0.0.1", port: 4_200 }, token: { file: "token" } },
    {
      listen: { host: "10.0.0.7", port: 4_200, tls: { certificate: "c.pem", key: "k.pem" } },
      token: { file: "token" },
    },
  ];
  for (const each of good) await loadSignerConfig(write({ ...signerFile, ...each }, at));
  expect(await loadSignerConfig(write({ ...signerFile, ...good[0] }, at))).toMatchObject({
    keystore: join(at, "validator.json"),
    memory: join(at, "memory.sqlite"),
    listen: { socket: join(at, "signer.sock") },
  });
  const bad = [
    { listen: { host: "127.0.0.1", port: 4_200 } },
    { listen: { host: "0.0.0.0", port: 4_200 }, token: { file: "token" } },
    { listen: { socket: "a", port: 4_200 }, token: { file: "token" } },
    { listen: {} },
  ];
  for (const each of bad) {
    await expect(loadSignerConfig(write({ ...signerFile, ...each }, at))).rejects.toMatchObject({
      code: "config-invalid",
    });
  }
});

const YEN = { homeChain: "eip155:1", token: `0x${"11".repeat(20)}` };
const TOLD = { ...YEN, symbol: "JPYR", decimals: 18 };

test("statements note the sixtieth day and no tax, unless somebody asks for it", async () => {
  const payout = { currencies: [{ ...YEN, minimum: "1" }], statements: { currencies: [TOLD] } };
  const { statements } = (await loadConfig(write({ ...minimal, payout }))).payout;
  expect(statements).toEqual({
    currencies: [TOLD],
    record: { due: { days: 60, countsFirstDay: true, from: "sale" } },
  });
  expect((await loadConfig(write(minimal))).payout.statements).toBeUndefined();
});

test.each([
  ["currencies", { currencies: [{ ...TOLD, token: `0x${"22".repeat(20)}` }] }],
  ["currencies", { currencies: [] }],
  ["symbol", { currencies: [{ ...TOLD, symbol: "JPY\u202eR" }] }],
  ["decimals", { currencies: [{ ...TOLD, decimals: 19 }] }],
  [
    "days",
    { currencies: [TOLD], record: { due: { days: 0, countsFirstDay: true, from: "sale" } } },
  ],
])("statements of a wrong %s are refused", async (field, statements) => {
  const payout = { currencies: [{ ...YEN, minimum: "1" }], statements };
  await expect(loadConfig(write({ ...minimal, payout }))).rejects.toThrow(field);
});
