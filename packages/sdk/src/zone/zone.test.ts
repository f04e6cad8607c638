import { Wallet } from "ethers";
import { expect, test } from "vitest";
import {
  buildManifestBody,
  signedManifest,
  trustOf,
  validatorWallets,
} from "../../test/example-zone.ts";
import { signRotation, validatorSet } from "../lane/index.ts";
import {
  address,
  chainId,
  type Hex,
  InvalidJsonError,
  InvalidShapeError,
} from "../primitives/index.ts";
import {
  fetchZone,
  ManifestSignatureError,
  ManifestUnavailableError,
  ManifestUntrustedError,
  NotInZoneError,
  readZone,
  signManifest,
  zoneLane,
  zoneLanes,
} from "./index.ts";

const body = buildManifestBody();
const trust = trustOf(body);
const manifest = await signedManifest(body, 3);

test("a manifest signed by a quorum of the trusted genesis gives a zone", () => {
  const zone = readZone(JSON.stringify(manifest), trust);
  expect(zone.validatorSet.quorum).toBe(3);
  expect(zoneLanes(zone)).toHaveLength(2);
});

test("two signatures of three, or one twice, are too few", async () => {
  const two = await signedManifest(body, 2);
  expect(() => readZone(two, trust)).toThrow(ManifestSignatureError);
  const twice = { ...two, signatures: [...two.signatures, ...two.signatures] };
  expect(() => readZone(twice, trust)).toThrow(ManifestSignatureError);
});

test("any changed field breaks the signatures", () => {
  const changes = [
    { version: 2 },
    { issuedAt: "2027-01-01T00:00:00Z" },
    { partners: body.partners.map((p) => ({ ...p, nodeUrl: "http://127.0.0.1:1" })) },
    { chains: body.chains.map((c) => ({ ...c, startBlock: 7 })) },
  ];
  for (const change of changes) {
    expect(() => readZone({ ...manifest, ...change }, trust)).toThrow(ManifestSignatureError);
  }
});

test("a stranger's signature is an error even beside a quorum", async () => {
  const stranger = await signManifest(Wallet.createRandom(), body);
  expect(() =>
    readZone({ ...manifest, signatures: [...manifest.signatures, stranger] }, trust),
  ).toThrow(ManifestSignatureError);
});

test("another zone, or other validators than the trusted genesis, is not believed", async () => {
  const [wallet] = validatorWallets;
  if (wallet === undefined) throw new Error("there are wallets");
  const own = buildManifestBody([
    Wallet.createRandom(),
    Wallet.createRandom(),
    Wallet.createRandom(),
  ]);
  expect(() => readZone({ ...own, signatures: [] }, trust)).toThrow(ManifestUntrustedError);
  const named = { ...body, name: "another-zone" };
  const signatures = [await signManifest(wallet, named)];
  expect(() => readZone({ ...named, signatures }, trust)).toThrow(ManifestUntrustedError);
});

test("rotations lead from the trusted genesis to the set that signs", async () => {
  const seats = (wallets: readonly { address: string }[]) =>
    wallets.map((wallet) => address(wallet.address));
  const quorum = body.quorum;
  const next = [...validatorWallets.slice(1), Wallet.createRandom()];
  const set = validatorSet(1, quorum, seats(next));
  const rotation = { set, validFrom: 7 };
  const signed = (by: readonly Wallet[]) =>
    Promise.all(by.map((wallet) => signRotation(wallet, body.zoneId, rotation)));
  const rotations = (signatures: Hex[]) => [
    { quorum, validators: set.validators, validFrom: 7, signatures },
  ];
  const partners = set.validators.map((validator, i) => ({
    ...{ name: `Partner ${i}`, validator, nodeUrl: "http://127.0.0.1:1" },
  }));
  const genesis = { quorum, validators: seats(validatorWallets) };
  const rotated = { ...body, epoch: 1, genesis, partners };
  const publish = async (more: object) => {
    const whole = { ...rotated, ...more } as typeof rotated;
    const signatures = await Promise.all(next.slice(0, quorum).map((w) => signManifest(w, whole)));
    return { ...whole, signatures };
  };
  const enough = await signed(validatorWallets.slice(0, quorum));
  const good = await publish({ rotations: rotations(enough) });
  expect(readZone(JSON.stringify(good), trust).validatorSet).toEqual(set);

  const others = { quorum, validators: set.validators };
  const twice = new Array(quorum).fill(enough[0]);
  for (const bad of [
    {},
    { rotations: rotations(enough.slice(1)) },
    { rotations: rotations(twice) },
    { rotations: rotations(await signed(next.slice(-1) as Wallet[])) },
    { rotations: [...rotations(enough), ...rotations(enough)] },
    { rotations: rotations(enough), genesis: others },
    { rotations: rotations(enough), epoch: 2 },
    { rotations: [{ ...rotations(enough)[0], validFrom: 8 }] },
  ]) {
    const manifest = await publish(bad);
    expect(() => readZone(manifest, trust)).toThrow(ManifestUntrustedError);
  }
});

test("what is no manifest is told apart", () => {
  expect(() => readZone("{", trust)).toThrow(InvalidJsonError);
  expect(() => readZone("[]", trust)).toThrow(InvalidShapeError);
  expect(() => readZone({ ...manifest, extra: 1 }, trust)).toThrow(InvalidShapeError);
  const wrong = { ...manifest, zoneId: "0x12" };
  expect(() => readZone(wrong, trust)).toThrow("zoneId: ");
  expect(() => readZone("x".repeat(1_000_001), trust)).toThrow(InvalidJsonError);
});

test("lanes are only between two chains of the zone", () => {
  const zone = readZone(manifest, trust);
  const [a, b] = body.chains.map(({ id }) => id);
  if (!a || !b) throw new Error("the zone has two chains");
  expect(zoneLane(zone, a, b).id).not.toBe(zoneLane(zone, b, a).id);
  expect(() => zoneLane(zone, a, a)).toThrow(NotInZoneError);
  expect(() => zoneLane(zone, a, chainId(5))).toThrow(NotInZoneError);
});

test("a manifest is fetched bounded, and its server need not be trusted", async () => {
  const answer =
    (text: string, status = 200) =>
    async () =>
      new Response(text, { status });
  const url = "https://zone.example/manifest.json";
  const zone = await fetchZone(url, trust, { fetch: answer(JSON.stringify(manifest)) });
  expect(zone.id).toBe(trust.zoneId);
  await expect(fetchZone(url, trust, { fetch: answer("no", 503) })).rejects.toThrow(
    ManifestUnavailableError,
  );
  await expect(fetchZone(url, trust, { fetch: answer("x".repeat(2_000_000)) })).rejects.toThrow(
    InvalidJsonError,
  );
  const down = async () => Promise.reject(new TypeError("fetch failed"));
  await expect(fetchZone(url, trust, { fetch: down })).rejects.toThrow(ManifestUnavailableError);
});
