import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import { type InitRequest, prepareFolder } from "../src/main/init/prepare-folder.ts";
import { initLines } from "../src/main/init/view.ts";
import { keystoreAddress } from "../src/signer/keystore-address.ts";
import { signedZone } from "./harness/signed-zone.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";

const { manifest } = (await signedZone()).zone;

function request(change: Partial<InitRequest> = {}): InitRequest {
  const folder = temporaryFolder();
  const file = join(folder, "published.json");
  writeFileSync(file, JSON.stringify(manifest));
  const trust = `${manifest.zoneId}:${manifest.genesisSetHash}`;
  const options = { manifest: file, trust, rpc: [], port: undefined };
  return { folder: join(folder, "node"), partner: "Newcomer", ...options, ...change };
}

test("a newcomer gets keys and a configuration that loads; a second time nothing is touched", async () => {
  const asked = request({
    rpc: ["one", "two", "three"].map((name) => `eip155:1=https://${name}.example/key`),
    port: "4321",
  });
  const prepared = await prepareFolder(asked);
  expect(statSync(join(asked.folder, "keys")).mode & 0o777).toBe(0o700);
  const config = await loadConfig(prepared.config);
  expect(config).toMatchObject({ partner: "Newcomer", api: { port: 4321 } });
  expect(config.chains.map(({ rpcUrls, agreement }) => [rpcUrls.length, agreement])).toEqual([
    [3, 2],
    [1, 1],
  ]);
  expect(await keystoreAddress(prepared.validator.keystore)).toBe(prepared.validator.address);
  expect(prepared.validator.address).not.toBe(prepared.relayer.address);

  const text = initLines(prepared, false).join("\n");
  expect(text).toContain("the partner has no seat yet");
  expect(text).toContain(
    `Give the council your validator's address: ${prepared.validator.address}`,
  );
  expect(text).toContain("the manifest's own");
  expect(text).not.toContain(readFileSync(prepared.validator.passphraseFile, "utf8").trim());

  await expect(prepareFolder(asked)).rejects.toMatchObject({ code: "config-exists" });
});

test("keys that are there are kept; a seat that is another key's is refused before anything is configured", async () => {
  const first = await prepareFolder(request());
  const again = request({ folder: first.folder });
  rmSync(first.config);
  const { validator } = await prepareFolder(again);
  expect(validator).toEqual({ ...first.validator, kept: true });

  rmSync(first.config);
  await expect(prepareFolder({ ...again, partner: "Partner" })).rejects.toThrow("another key");
  await expect(loadConfig(first.config)).rejects.toMatchObject({ code: "config-invalid" });
});

test.each<[string, Partial<InitRequest>, string]>([
  ["a trust that is none", { trust: "0x12" }, "32 bytes"],
  ["another zone's trust", { trust: `0x${"1".repeat(64)}:0x${"2".repeat(64)}` }, "Expected"],
  ["a chain that the zone lacks", { rpc: ["eip155:9=https://rpc.example"] }, "eip155:9"],
  ["an endpoint without a chain", { rpc: ["https://rpc.example/api-key"] }, "--rpc eip155:1="],
  ["a port that is none", { port: "70000" }, "70000"],
  ["a manifest that is not there", { manifest: "/nowhere" }, "/nowhere"],
])("%s is refused, and nothing is made", async (_, change, words) => {
  const asked = request(change);
  const error: unknown = await prepareFolder(asked).catch((reason: unknown) => reason);
  expect(String(error)).toContain(words);
  expect(String(error)).not.toContain("api-key");
  expect(() => statSync(asked.folder)).toThrow();
});
