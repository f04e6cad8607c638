/** The commands of docs/guides/deploy-a-zone.md, word for word, until the first token has crossed. On two real chains. */
import { readFileSync, writeFileSync } from "node:fs";
import { address, chainId } from "@ryugu/sdk/primitives";
import { keyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { readZone } from "@ryugu/sdk/zone";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey } from "../../sdk/test/chain/anvil.ts";
import { deployCollection } from "./support/collection.ts";
import { validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const GUIDE = new URL("../../../docs/guides/deploy-a-zone.md", import.meta.url);
const PERSON = 1;
const CHEAP = { scrypt: { n: 2, r: 8, p: 1 } };
const [HOME, AWAY] = [chainId(31_001), chainId(31_002)];
const world = new ZoneOnChains("example.zone", 3, [1, 2, 3, 4, 5]);

/** The guide's code of one language, block by block. */
function blocks(language: string): string[] {
  const guide = readFileSync(GUIDE, "utf8");
  return [...guide.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(
    ([, code = ""]) => code,
  );
}

/** The guide's zone file with real chains and keys in the places of its examples. */
function zoneFile(): string {
  const urls = world.chains.map(({ number }) => world.urlOf(number));
  let [file = ""] = blocks("json");
  for (const n of [1, 2, 3, 4, 5]) {
    file = file.replaceAll(
      `0x1f0000000000000000000000000000000000000${n}`,
      validatorKey(n).address,
    );
  }
  return file
    .replace("https://minato.example", urls[0] ?? "")
    .replace("https://garan.example.net", urls[1] ?? "")
    .replace("https://garan.example", urls[1] ?? "");
}

beforeAll(async () => {
  await world.addChains(31_001, 31_002);
  writeFileSync(world.path("zone.json"), zoneFile());
  const keys = {
    payer: accountKey(9).privateKey,
    person: accountKey(PERSON).privateKey,
    otohime: validatorKey(1).privateKey,
    sango: validatorKey(4).privateKey,
    minamo: validatorKey(5).privateKey,
  };
  for (const [name, key] of Object.entries(keys)) {
    await writeKeystoreFile(world.path(`${name}.json`), keyWallet(key), "turtle", CHEAP);
  }
}, 120_000);
afterAll(() => world.stop());

test("a zone is founded as the guide says, and the first token crosses", async () => {
  const values: Record<string, string> = {
    COLLECTION: await deployCollection(world.signer(HOME, PERSON), 1),
    PERSON: accountKey(PERSON).address,
  };
  const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));
  expect(commands).toHaveLength(13);
  for (const command of commands) {
    expect(command).toMatch(/^ryugu /);
    const words = command.replace(/\$([A-Z_]+)/g, (_, name) => values[name] ?? "").split(" ");
    const ran = await world.ryugu(...words.slice(1), "--json");
    expect([command, ran.exitCode, ran.stderr]).toEqual([command, 0, ""]);
    const answer = JSON.parse(ran.stdout);
    if (answer.addresses !== undefined) {
      world.knowGateway(answer.addresses.gateway);
      Object.assign(values, {
        ZONE_ID: answer.zone.id,
        GENESIS_SET_HASH: answer.zone.genesisSetHash,
      });
    }
  }
  const trust = { zoneId: values.ZONE_ID, genesisSetHash: values.GENESIS_SET_HASH };
  const zone = readZone(
    readFileSync(world.path("manifest.json"), "utf8"),
    trust as Parameters<typeof readZone>[1],
  );
  expect(zone.manifest.chains.map(({ startBlock }) => startBlock > 0)).toEqual([true, true]);

  expect(await world.deliver(HOME, AWAY)).toMatchObject({ state: "delivered" });
  const there = await world.representation(AWAY, HOME, address(values.COLLECTION ?? ""));
  const abi = ["function ownerOf(uint256) view returns (address)"];
  const token = new Contract(there, abi, world.chain(AWAY).provider);
  expect(await token.getFunction("ownerOf")(1)).toBe(values.PERSON);
}, 120_000);

test("a partner signs nothing that is not of their zone", async () => {
  const acts = JSON.parse(readFileSync(world.path("acts.json"), "utf8"));
  const [first] = acts.acts;
  first.values.counterpartGateway = accountKey(3).address;
  writeFileSync(world.path("forged.json"), JSON.stringify(acts));
  const zone = ["--zone", "zone.json", "--key-env", "VALIDATOR_1"];
  const lane = await world.ryugu("zone", "act", "sign", "forged.json", ...zone);
  expect([lane.exitCode, lane.stderr]).toEqual([4, expect.stringContaining("not the zone's")]);

  const manifest = JSON.parse(readFileSync(world.path("manifest.json"), "utf8"));
  manifest.chains[1].gateway = accountKey(3).address;
  writeFileSync(world.path("forged.json"), JSON.stringify(manifest));
  const signed = await world.ryugu("zone", "manifest", "sign", "forged.json", ...zone);
  expect([signed.exitCode, signed.stderr]).toEqual([4, expect.stringContaining("another gateway")]);
});

test("the council decides other things the same way, and a stranger's signatures do not count", async () => {
  const zone = ["--zone", "zone.json"];
  await world.ask(
    ...["zone", "act", "propose", "SetDefaultLimit", ...zone, "--out", "limit.json", "--on", HOME],
    ...["--value", "cap=500", "windowMinutes=60"],
  );
  for (const n of [1, 2, 9]) {
    await world.ask("zone", "act", "sign", "limit.json", ...zone, "--key-env", `VALIDATOR_${n}`);
  }
  const submit = ["zone", "act", "submit", "limit.json", ...zone, "--key-env", "PAYER", "--json"];
  const early = await world.ryugu(...submit);
  expect(early.exitCode).toBe(1);
  expect(JSON.parse(early.stdout).acts).toMatchObject([
    { state: "waits", signatures: 2, quorum: 3 },
  ]);
  await world.ask("zone", "act", "sign", "limit.json", ...zone, "--key-env", "VALIDATOR_3");
  expect(JSON.parse((await world.ryugu(...submit)).stdout).acts).toMatchObject([{ state: "done" }]);
  expect(JSON.parse((await world.ryugu(...submit)).stdout).acts).toMatchObject([
    { state: "passed" },
  ]);
});
