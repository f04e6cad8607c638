import { address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { type Answer, type FakeChain, fakeChain } from "../../test/support/fake-chain.ts";
import { run } from "../../test/support/test-cli.ts";
import { GATEWAYS, localZoneFolder } from "../../test/support/test-zone.ts";
import { ERC721_ABI, GATEWAY_ABI } from "../chain/abi.ts";

const HOME = address("0x2000000000000000000000000000000000000001");
const REPRESENTATION = address("0x2000000000000000000000000000000000000002");
const VAULT = address("0x3000000000000000000000000000000000000001");
const PERSON = address("0x4000000000000000000000000000000000000001");
const METADATA = 'data:application/json,{"name":"浦島の亀\\u202e","image":"javascript:alert(1)"}';

/** Who owns token 1 at home and away; undefined where it does not exist. */
interface Owners {
  home?: string;
  away?: string;
}

const token =
  (owner: string | undefined): Answer =>
  (name) =>
    ({ ownerOf: owner, tokenURI: METADATA, name: "竜宮の宝\u001b[31m", symbol: "RYU" })[name];

async function worldOf(owners: Owners) {
  const gateway: Answer = (name, args) => {
    if (name === "vaultOf") return VAULT;
    if (name === "representationOf") return REPRESENTATION;
    return args[0] === REPRESENTATION ? [31_001, HOME, 1] : [0, ZERO_ADDRESS, 0];
  };
  const minato = await fakeChain({
    chainNumber: 31_001,
    contracts: {
      [GATEWAYS["eip155:31001"]]: { abi: GATEWAY_ABI, answer: gateway },
      [HOME]: { abi: ERC721_ABI, answer: token(owners.home) },
    },
  });
  const garan = await fakeChain({
    chainNumber: 31_002,
    contracts: {
      [GATEWAYS["eip155:31002"]]: { abi: GATEWAY_ABI, answer: gateway },
      [REPRESENTATION]: { abi: ERC721_ABI, answer: token(owners.away) },
    },
  });
  return { minato, garan };
}

async function show(
  owners: Owners,
  asset: string,
  dead: (keyof Awaited<ReturnType<typeof worldOf>>)[] = [],
) {
  const chains = await worldOf(owners);
  await using _minato: FakeChain = chains.minato;
  await using _garan: FakeChain = chains.garan;
  const down = "http://127.0.0.1:1";
  const urls = (name: "minato" | "garan") => [
    down,
    ...(dead.includes(name) ? [] : [chains[name].url]),
  ];
  using folder = await localZoneFolder({
    rpcUrls: { "eip155:31001": urls("minato"), "eip155:31002": urls("garan") },
  });
  const people = await run(["asset", "show", asset], { cwd: folder.path });
  const machines = await run(["asset", "show", asset, "--json"], { cwd: folder.path });
  expect(machines.exitCode).toBe(people.exitCode);
  return { people, machines };
}

const AT_HOME = `eip155:31001/erc721:${HOME}/1`;
const AWAY = `eip155:31002/erc721:${REPRESENTATION}/1`;

test.each([AT_HOME, AWAY])("a token at home, asked for as %s", async (asset) => {
  const { people, machines } = await show({ home: PERSON }, asset);
  expect(people.exitCode).toBe(0);
  expect(people.stdout).toContain("at home on Minato");
  expect(JSON.parse(machines.stdout)).toMatchObject({
    state: "home",
    owner: PERSON,
    home: { asset: AT_HOME, owner: PERSON },
  });
  expect(JSON.parse(machines.stdout)).not.toHaveProperty("vault");
});

test.each([AT_HOME, AWAY])("a token that is away, asked for as %s", async (asset) => {
  const { people, machines } = await show({ home: VAULT, away: PERSON }, asset);
  expect(people.stdout).toContain("on Garan");
  expect(JSON.parse(machines.stdout)).toMatchObject({
    state: "away",
    owner: PERSON,
    vault: VAULT,
    home: { asset: AT_HOME, owner: VAULT },
    representation: { asset: AWAY, owner: PERSON },
  });
});

test("a token on its way belongs to nobody yet", async () => {
  const { people, machines } = await show({ home: VAULT }, AT_HOME);
  expect(people.stdout).toContain("on its way");
  expect(JSON.parse(machines.stdout)).toMatchObject({ state: "moving", vault: VAULT });
  expect(JSON.parse(machines.stdout)).not.toHaveProperty("owner");
});

test("its metadata comes with findings, and a stranger's text cannot steer the terminal", async () => {
  const { people, machines } = await show({ home: PERSON }, AT_HOME);
  expect(people.stdout).toContain("浦島の亀");
  expect(people.stdout).toContain("metadata-link-scheme");
  expect(people.stdout + machines.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(JSON.parse(machines.stdout).metadata).toMatchObject({ verdict: "invalid" });
});

test("a token that does not exist is not found", async () => {
  const { people, machines } = await show({}, AT_HOME);
  expect(people.exitCode).toBe(3);
  expect(JSON.parse(machines.stderr)).toMatchObject({ code: "token-not-found" });
});

test("a chain whose endpoints are all dead is unavailable, and that is not 'not found'", async () => {
  const { people, machines } = await show({ home: PERSON }, AT_HOME, ["minato"]);
  expect(people.exitCode).toBe(5);
  expect(JSON.parse(machines.stderr)).toMatchObject({ code: "chain-unavailable", retryable: true });
});

test.each([
  [`eip155:31001/erc1155:${HOME}/1`, 2],
  ["eip155:31001/erc721:0x12/1", 2],
  [`eip155:1/erc721:${HOME}/1`, 3],
])("%s ends with %d", async (asset, exitCode) => {
  const { people } = await show({ home: PERSON }, asset);
  expect(people.exitCode).toBe(exitCode);
});
