/** New validators for a zone on real chains, from the command line alone: proposed, signed apart, and taken by every gateway. */
import { readFileSync, writeFileSync } from "node:fs";
import { chainId } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const ZONE = ["--zone", "zone.json"];
const world = new ZoneOnChains("rotation.test", 3, [1, 2, 3, 4]);

beforeAll(async () => {
  await world.addChains(31_231, 31_232);
  const { addresses } = await world.ask<{ addresses: { gateway: string } }>(
    ...["zone", "deploy", "zone.json", "--key-env", "PAYER"],
  );
  world.knowGateway(addresses.gateway);
}, 120_000);
afterAll(() => world.stop());

const rotation = (...words: string[]) => world.ryugu("zone", "rotation", ...words, ...ZONE);

function propose(validators: readonly number[], out: string, ...more: string[]) {
  const seats = validators.map((n) => validatorKey(n).address);
  return rotation("propose", "--validators", ...seats, "--quorum", "3", "--out", out, ...more);
}

/** Each signs a copy of their own. */
async function sign(file: string, ...signers: number[]): Promise<string[]> {
  for (const n of signers) {
    const out = ["--out", `${n}-${file}`];
    const ran = await rotation("sign", file, ...out, "--key-env", `VALIDATOR_${n}`);
    expect([ran.exitCode, ran.stderr]).toEqual([0, ""]);
  }
  return signers.map((n) => `${n}-${file}`);
}

async function submit(...files: string[]) {
  const ran = await rotation("submit", ...files, "--key-env", "PAYER", "--json");
  const { chains = [] } = ran.stdout === "" ? {} : JSON.parse(ran.stdout);
  const states = chains.map(({ state }: { state: string }) => state);
  return { ...ran, chains, states };
}

const epochs = () =>
  Promise.all(
    world.chains.map(async ({ number }) => {
      const { epoch } = await world.gateway(chainId(number)).getFunction("validatorSet")();
      return Number(epoch);
    }),
  );

test("every gateway takes what a quorum has signed, and no gateway before", async () => {
  expect((await propose([3, 4, 5, 6], "next.json")).exitCode).toBe(0);
  // The fifth is not a validator yet: its signature does not count.
  const few = await sign("next.json", 1, 2, 5);
  expect(await submit(...few)).toMatchObject({ exitCode: 1, states: ["waits", "waits"] });
  expect(await epochs()).toEqual([0, 0]);
  const enough = await sign("next.json", 1, 2, 4);
  expect(await submit(...enough)).toMatchObject({ exitCode: 0, states: ["done", "done"] });
  expect(await epochs()).toEqual([1, 1]);
  expect(await submit(...enough)).toMatchObject({ exitCode: 0, states: ["passed", "passed"] });
});

test("the next one leads on from there, by the new validators' signatures", async () => {
  const ran = await propose([1, 2, 3, 4], "back.json");
  expect(ran.stdout).toMatch(/epoch\s+2/);
  const retired = await sign("back.json", 1, 2, 3);
  expect(await submit(...retired)).toMatchObject({ states: ["waits", "waits"] });
  const present = await sign("back.json", 4, 5, 6);
  expect(await submit(...present)).toMatchObject({ exitCode: 0, states: ["done", "done"] });
  expect(await epochs()).toEqual([2, 2]);
});

test("one whose time has not come is announced, and passed over when it is submitted again", async () => {
  const block = await world.chain(chainId(31_231)).provider.getBlock("latest");
  const later = ["--valid-from", String((block?.timestamp ?? 0) + 86_400)];
  expect((await propose([2, 3, 4, 5], "later.json", ...later)).exitCode).toBe(0);
  const signed = await sign("later.json", 1, 2, 3);
  expect(await submit(...signed)).toMatchObject({ exitCode: 0, states: ["done", "done"] });
  expect(await epochs()).toEqual([2, 2]);
  expect(await submit(...signed)).toMatchObject({ exitCode: 0, states: ["passed", "passed"] });
  // Another one meanwhile is refused by the gateways themselves.
  await propose([1, 3, 4, 5], "other.json");
  const other = await submit(...(await sign("other.json", 1, 2, 3)));
  expect(other).toMatchObject({ exitCode: 1, states: ["refused", "refused"] });
  expect(other.chains[0].reason).toMatch(/^RotationPending\(/);
});

test("copies of different rotations, and another zone's, are refused before anything is sent", async () => {
  expect(await submit("1-later.json", "1-other.json")).toMatchObject({
    stderr: expect.stringContaining("different rotations"),
    chains: [],
  });
  const file = JSON.parse(readFileSync(world.path("other.json"), "utf8"));
  const foreign = { ...file, zoneId: `0x${"ab".repeat(32)}` };
  writeFileSync(world.path("foreign.json"), JSON.stringify(foreign));
  const refused = await rotation("sign", "foreign.json", "--key-env", "VALIDATOR_1");
  expect(refused.stderr).toContain("another zone");
  expect((await propose([1, 2, 3], "few.json", "--quorum", "1")).stderr).toContain(
    "more than half",
  );
});
