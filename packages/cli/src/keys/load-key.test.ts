import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { expect, test } from "vitest";
import { run } from "../../test/support/test-cli.ts";
import { localZoneFolder } from "../../test/support/test-zone.ts";

const ASSET = "eip155:31001/erc721:0x2000000000000000000000000000000000000001/1";
const TO = "0x4000000000000000000000000000000000000001";
const SEND = ["transfer", "send", ASSET, "--to-chain", "eip155:31002", "--recipient", TO, "--json"];
const CHEAP = { scrypt: { n: 16, r: 8, p: 1 } };
const SECRET = "correct horse 電池";

/** A zone whose chains are dead, so that a key that opens is seen by the next error. */
async function zoneWithKeys() {
  const person = { keystore: "person.json", passphrase: "secret" };
  const folder = await localZoneFolder({}, { accounts: { person } });
  const zone = join(folder.path, ".ryugu");
  await writeKeystoreFile(join(zone, "person.json"), createKeyWallet(), SECRET, CHEAP);
  writeFileSync(join(zone, "secret"), `${SECRET}\n`);
  await writeKeystoreFile(join(folder.path, "mine.json"), createKeyWallet(), "my own", CHEAP);
  writeFileSync(join(folder.path, "my.txt"), "my own\r\n");
  return folder;
}

const OPENED = "chain-unavailable";
const MINE = { RYUGU_KEYSTORE: "mine.json" };
const MY_SECRET = { RYUGU_PASSPHRASE_FILE: "my.txt" };

test.each([
  ["the zone's person", [], {}, OPENED],
  [
    "a named keystore and passphrase file",
    ["--keystore", "mine.json", "--passphrase-file", "my.txt"],
    {},
    OPENED,
  ],
  ["the environment", [], { ...MINE, ...MY_SECRET }, OPENED],
  [
    "an option before the environment",
    ["--keystore", "nowhere.json"],
    { ...MINE, ...MY_SECRET },
    "keystore-file",
  ],
  ["never the person's passphrase for another key", [], MINE, "key-missing"],
  [
    "a wrong passphrase",
    ["--keystore", "mine.json", "--passphrase-file", ".ryugu/secret"],
    {},
    "wrong-passphrase",
  ],
  [
    "a passphrase file that is not there",
    ["--keystore", "mine.json", "--passphrase-file", "no"],
    {},
    "input-unreadable",
  ],
  [
    "a keystore that is none",
    ["--keystore", "my.txt", "--passphrase-file", "my.txt"],
    {},
    "invalid-keystore",
  ],
])("signs with %s", async (_, args, env, code) => {
  using folder = await zoneWithKeys();
  const { stdout, stderr } = await run([...SEND, ...args], { cwd: folder.path, env });
  expect(stdout).toBe("");
  expect(JSON.parse(stderr)).toMatchObject({ code });
  expect(stderr).not.toContain(SECRET);
});

test("asks for a passphrase that no file holds, where somebody can answer", async () => {
  using folder = await zoneWithKeys();
  const questions: string[] = [];
  const askSecret = async (question: string) => {
    questions.push(question);
    return "my own";
  };
  const { stderr } = await run([...SEND, "--keystore", "mine.json"], {
    cwd: folder.path,
    askSecret,
  });
  expect(JSON.parse(stderr)).toMatchObject({ code: OPENED });
  expect(questions).toEqual([`Passphrase of ${join(folder.path, "mine.json")}: `]);
});

test("without a key nothing is sent, and the command says how to name one", async () => {
  using folder = await localZoneFolder();
  const { exitCode, stderr } = await run(SEND, { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(JSON.parse(stderr).details.join()).toContain("--keystore");
});
