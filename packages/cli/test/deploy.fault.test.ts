/** `ryugu zone deploy` on chains where somebody put what does not belong there: nothing that a chain does when asked. */
import { chainId } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey } from "../../sdk/test/chain/anvil.ts";
import { PAYER, ZoneOnChains } from "./support/zone-on-chains.ts";

const [ONE, TWO] = [31_231, 31_232];
const PROXY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
const payer = accountKey(PAYER);
const world = new ZoneOnChains("deploy.test", 3, [1, 2, 3, 4, 5]);

beforeAll(() => world.addChains(ONE, TWO), 60_000);
afterAll(() => world.stop());

const provider = (number: number) => world.chain(chainId(number)).provider;

/** What the command says of a failure, having sent nothing. */
async function refusal(): Promise<object> {
  const { exitCode, stderr } = await world.ryugu(
    ...["zone", "deploy", "zone.json", "--key-env", "PAYER", "--json"],
  );
  const paid = [ONE, TWO].map((number) => provider(number).getTransactionCount(payer.address));
  expect(await Promise.all(paid)).toEqual([0, 0]);
  return { exitCode, ...JSON.parse(stderr) };
}

test("foreign code at an expected address ends it before anything is sent", async () => {
  const planned = await world.ask<{ addresses: { parts: Record<string, string> } }>(
    "zone",
    "deploy",
    "zone.json",
    "--dry-run",
  );
  const vault = planned.addresses.parts.Vault ?? "";
  await provider(TWO).send("anvil_setCode", [vault, "0x600160005260206000f3"]);
  expect(await refusal()).toMatchObject({
    exitCode: 4,
    code: "foreign-code",
    message: "Something else than Vault lies at its address.",
    details: expect.arrayContaining([vault]),
  });
  await provider(TWO).send("anvil_setCode", [vault, "0x"]);
});

test("without the deployment proxy a chain is refused by name", async () => {
  await provider(ONE).send("anvil_setCode", [PROXY, "0x"]);
  expect(await refusal()).toMatchObject({ exitCode: 4, code: "deployment-proxy-missing" });
});
