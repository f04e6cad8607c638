import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../test/harness/temporary-folder.ts";
import { keystoreAddress } from "../../../signer/keystore-address.ts";
import { readArguments } from "../../arguments.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { COMMANDS } from "../index.ts";

const KEY = `0x${"11".repeat(32)}`;
const nobody: Terminal = { colour: false, readInput: async () => KEY };

/** Calls a command as `main.ts` does, and answers what it printed. */
async function call(words: string[], terminal = nobody): Promise<string> {
  const request = readArguments(words, COMMANDS);
  if (request.kind !== "run") throw new Error(JSON.stringify(request));
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  await request.command.run({ ...request.input, environment: {}, print, terminal });
  return printed.join("\n");
}

/** Somebody who types these answers, one after the other. */
function answering(...answers: string[]): Terminal {
  return { ...nobody, askSecret: async () => answers.shift() ?? "" };
}

test("a key is made with a passphrase of its own; neither file is for others, and neither is ever replaced", async () => {
  const at = temporaryFolder();
  const [keystore, secret] = [join(at, "key.json"), join(at, "secret")];
  const made = JSON.parse(
    await call(["keys", "create", keystore, "--passphrase-file", secret, "--json"]),
  );
  expect(made).toEqual({
    address: await keystoreAddress(keystore),
    keystore,
    passphraseFile: secret,
  });
  for (const file of [keystore, secret]) expect(statSync(file).mode & 0o777).toBe(0o600);
  const passphrase = readFileSync(secret, "utf8").trim();
  expect((await readKeystoreFile(keystore, passphrase)).address).toBe(made.address);

  const before = readFileSync(keystore);
  await expect(
    call(["keys", "create", keystore, "--passphrase-file", secret]),
  ).rejects.toMatchObject({ code: "keystore-exists" });
  expect(readFileSync(keystore)).toEqual(before);
});

test("a key comes in by standard input, and changes its passphrase where it lies or as a copy", async () => {
  const at = temporaryFolder();
  const keystore = join(at, "key.json");
  const files = (...names: string[]) => names.map((name) => join(at, name));
  const [first = "", second = "", third = "", copy = ""] = files(
    "one",
    "two",
    "three",
    "copy.json",
  );
  await call(["keys", "import", keystore, "--passphrase-file", first]);
  const { address } = new Wallet(KEY);
  expect(await call(["keys", "show", keystore])).toBe(`${address}  ${keystore}`);

  const change = ["--passphrase-file", first, "--new-passphrase-file", second];
  await call(["keys", "passphrase", keystore, ...change]);
  await expect(call(["keys", "passphrase", keystore, ...change])).rejects.toMatchObject({
    code: "wrong-passphrase",
  });

  const copied = ["--passphrase-file", second, "--new-passphrase-file", third];
  await call(["keys", "export", keystore, "--to", copy, ...copied]);
  const opened = await readKeystoreFile(copy, readFileSync(third, "utf8").trim());
  expect(opened.address).toBe(address);
});

test("a passphrase is asked for twice, and a weak or a different one writes nothing", async () => {
  const keystore = join(temporaryFolder(), "key.json");
  const create = (...answers: string[]) =>
    call(["keys", "create", keystore], answering(...answers));
  await expect(create("password1")).rejects.toMatchObject({ code: "weak-passphrase" });
  await expect(create("竜宮の 亀 is 12 fathoms", "another")).rejects.toMatchObject({
    code: "passphrase-missing",
  });
  await expect(keystoreAddress(keystore)).rejects.toMatchObject({ code: "keystore-failed" });
  expect(await create("竜宮の 亀 is 12 fathoms", "竜宮の 亀 is 12 fathoms")).toContain(keystore);
});

test("what is no keystore and no passphrase is said, and secrets are not repeated", async () => {
  const at = temporaryFolder();
  const text = join(at, "text");
  writeFileSync(text, "");
  await expect(call(["keys", "show", text])).rejects.toMatchObject({ code: "keystore-failed" });
  await expect(call(["keys", "create", join(at, "k")])).rejects.toThrow("--passphrase-file");
  await expect(call(["keys", "create", join(at, "k"), "--passphrase-file", text])).rejects.toThrow(
    "It is empty.",
  );
  const wrong: Terminal = { ...nobody, readInput: async () => "0xsecret" };
  const importing = call(
    ["keys", "import", join(at, "k"), "--passphrase-file", join(at, "p")],
    wrong,
  );
  await expect(importing).rejects.toMatchObject({ code: "invalid-private-key" });
  await expect(importing).rejects.not.toThrow("secret");
});
