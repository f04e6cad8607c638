import { join } from "node:path";
import { signRotation, type ValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { address, type Hex } from "@ryugu/sdk/primitives";
import { manifestValidatorSet, readZone } from "@ryugu/sdk/zone";
import { rotationOf, rotationSigners } from "@ryugu/sdk/zone/council";
import type { Wallet } from "ethers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/harness/temporary-folder.ts";
import { VALIDATORS } from "../../test/model/attestations.ts";
import { AWAY, accountOf, HOME, word } from "../../test/model/messages.ts";
import { MANIFEST, publish, SIXTH } from "../../test/model/zone.ts";
import { CallRevertedError } from "../domain/errors.ts";
import type { CouncilGateway, CouncilState } from "../ports/council-gateway.ts";
import { rotationGuard } from "../signer/rotation-guard.ts";
import { walletSigner } from "../signer/wallet-signer.ts";
import { describeDocument } from "./describe.ts";
import { type CouncilDocument, mergeDocuments, readDocument } from "./document.ts";
import { proposeActs } from "./propose-acts.ts";
import { proposeManifest } from "./propose-manifest.ts";
import { proposeRotation } from "./propose-rotation.ts";
import { signDocument } from "./sign.ts";
import { submitActs, submitRotation } from "./submit.ts";

const zone = readZone(await publish(MANIFEST), MANIFEST);
const genesis = manifestValidatorSet(MANIFEST);
const sixth = address(SIXTH.address);
const trust = MANIFEST;

/** A gateway that keeps what it is told, without a chain. */
class ModelGateway implements CouncilGateway {
  readonly gateway = accountOf("gateway");
  readonly chain: CouncilGateway["chain"];
  readonly name: string;
  now: CouncilState = { set: genesis, nonce: 0, counterparts: [] };

  constructor(chain: CouncilGateway["chain"]) {
    this.chain = chain;
    this.name = `Chain ${chain}`;
  }

  async state(): Promise<CouncilState> {
    return this.now;
  }
}

function setUp() {
  const gateways = [new ModelGateway(HOME), new ModelGateway(AWAY)] as const;
  const context = { zone, gateways };
  const folders = new Map<Wallet, string>();
  const signing = (wallet: Wallet) => {
    const folder = folders.get(wallet) ?? temporaryFolder();
    folders.set(wallet, folder);
    const signer = walletSigner(zone.id, { account: address(wallet.address), signer: wallet });
    return { ...context, signer, guard: rotationGuard(join(folder, "council")), trust };
  };
  const sign = (document: CouncilDocument, ...wallets: Wallet[]) =>
    Promise.all(wallets.map((wallet) => signDocument(signing(wallet), document)));
  return { gateways, context, sign };
}

const [V1, V2, V3] = VALIDATORS as [Wallet, Wallet, Wallet];
const joins = { add: [sixth], remove: [], quorum: 4, validFrom: 0 };
const text = ({ file }: CouncilDocument) => JSON.stringify(file);

test("a rotation is shown in words, signed apart, and put together", async () => {
  const { context, sign } = setUp();
  const proposed = { kind: "rotation", file: await proposeRotation(context, joins) } as const;
  const words = describeDocument(context, proposed).join("\n");
  expect(words).toContain("at once, 4 of 6 validators decide (epoch 0 to 1)");
  expect(words).toContain(`joins:  ${sixth}`);
  expect(words).toContain("signed by nobody yet");
  const copies = await sign(proposed, V1, V2, V3);
  const read = copies.map((copy) => readDocument(text(copy), zone.id));
  const merged = mergeDocuments(read);
  expect(describeDocument(context, merged).at(-1)).toMatch(/Partner \d \(0x.*Partner \d \(0x/);
  expect(merged.kind === "rotation" && rotationSigners(merged.file).size).toBe(3);
});

test("a validator never signs two rotations from one epoch, however often it is asked", async () => {
  const { context, sign } = setUp();
  const first = { kind: "rotation", file: await proposeRotation(context, joins) } as const;
  const other = {
    kind: "rotation",
    file: await proposeRotation(context, { ...joins, quorum: 5 }),
  } as const;
  await sign(first, V1);
  await expect(sign(other, V1)).rejects.toMatchObject({ code: "council-refused" });
  // The same one again is no second one, and another validator is free.
  await sign(first, V1);
  await sign(other, V2);
});

test("a rotation of another epoch, by nobody of the set, or of another zone is refused", async () => {
  const { context, gateways, sign } = setUp();
  const proposed = { kind: "rotation", file: await proposeRotation(context, joins) } as const;
  await expect(sign(proposed, SIXTH)).rejects.toMatchObject({ code: "council-refused" });
  expect(() => readDocument(text(proposed), word("another zone"))).toThrow("another zone");
  gateways[0].now = { ...gateways[0].now, set: { ...genesis, epoch: 3 } };
  await expect(sign(proposed, V1)).rejects.toMatchObject({ code: "council-refused" });
  const stranger = { ...joins, remove: [accountOf("stranger")] };
  await expect(proposeRotation(context, stranger)).rejects.toMatchObject({ code: "council-act" });
});

test("OpenLane without values is every missing lane, and only lanes to the zone's gateways are signed", async () => {
  const { context, gateways, sign } = setUp();
  gateways[0].now = { ...gateways[0].now, counterparts: [AWAY], nonce: 4 };
  const every = { act: "OpenLane", on: [], values: {} };
  const file = await proposeActs(context, every);
  expect(file.acts.map(({ chain, nonce, act }) => [chain, nonce, act])).toEqual([
    [AWAY, 0, "OpenLane"],
  ]);
  gateways[0].now = { ...gateways[0].now, set: { ...gateways[0].now.set, epoch: 1 } };
  await expect(proposeActs(context, every)).rejects.toThrow("has not taken every rotation");
  gateways[0].now = { ...gateways[0].now, set: gateways[1].now.set };
  const [mine] = await sign({ kind: "acts", file }, V1);
  expect(describeDocument(context, mine ?? { kind: "acts", file }).join("\n")).toContain(
    "opens the lanes to and from",
  );
  const values = {
    epoch: "0",
    counterpartChain: HOME,
    counterpartGateway: accountOf("somebody else's"),
  };
  const foreign = await proposeActs(context, { act: "OpenLane", on: [AWAY], values });
  await expect(sign({ kind: "acts", file: foreign }, V1)).rejects.toThrow("not the zone's");
  const unknown = proposeActs(context, { act: "Spend", on: [], values: {} });
  await expect(unknown).rejects.toMatchObject({ code: "council-act" });
});

test("an act whose nonce is used, and one by who has no seat, are refused before anything is signed", async () => {
  const { context, gateways, sign } = setUp();
  const lift = { act: "LiftPause", on: [HOME], values: { counterpartChain: "all", token: NOBODY } };
  const file = await proposeActs(context, lift);
  await expect(sign({ kind: "acts", file }, SIXTH)).rejects.toThrow("no seat");
  gateways[0].now = { ...gateways[0].now, nonce: 1 };
  await expect(sign({ kind: "acts", file }, V1)).rejects.toThrow("used before");
});

const NOBODY = `0x${"0".repeat(40)}`;

/** A payer that notes what it is asked to send, or finds that it would revert. */
function payerOf(sent: Hex[], reverts = false) {
  return () => ({
    account: accountOf("payer"),
    async estimate() {
      if (reverts) throw new CallRevertedError("The call would revert.", { details: ["Why"] });
      return 100_000n;
    },
    async send({ data }: { data: Hex }) {
      sent.push(data);
      return word(`tx ${sent.length}`);
    },
  });
}

test("submitting waits for a quorum, tries before it sends, and does nothing twice", async () => {
  const { context, gateways, sign } = setUp();
  const file = await proposeRotation(context, joins);
  const copies = await sign({ kind: "rotation", file }, V1, V2, V3);
  const merged = mergeDocuments(copies);
  if (merged.kind !== "rotation") throw new Error("a rotation stays one");
  const sent: Hex[] = [];
  const submit = async (signed: typeof file, dryRun = false, reverts = false) => {
    const asked = { ...context, payer: payerOf(sent, reverts), dryRun };
    return (await submitRotation(asked, signed)).map(({ state }) => state);
  };
  expect(await submit(file)).toEqual(["waits", "waits"]);
  expect(await submit(merged.file, true)).toEqual(["would", "would"]);
  expect(await submit(merged.file, false, true)).toEqual(["refused", "refused"]);
  expect(sent).toEqual([]);
  expect(await submit(merged.file)).toEqual(["done", "done"]);
  expect(sent).toHaveLength(2);
  for (const gateway of gateways) gateway.now = { ...gateway.now, set: rotationOf(file).set };
  expect(await submit(merged.file)).toEqual(["passed", "passed"]);
  const split: ValidatorSet = validatorSet(1, 5, rotationOf(file).set.validators);
  gateways[1].now = { ...gateways[1].now, set: split };
  await expect(submit(merged.file)).rejects.toThrow("another rotation");
});

test("acts are carried out in the order of their nonces, by the signatures of members alone", async () => {
  const { context, sign } = setUp();
  const lift = { act: "LiftPause", on: [HOME], values: { counterpartChain: "all", token: NOBODY } };
  const first = await proposeActs(context, lift);
  const [act] = first.acts;
  if (act === undefined) throw new Error("an act was proposed");
  const file = { ...first, acts: [{ ...act, nonce: 1 }, act] };
  const merged = mergeDocuments(await sign({ kind: "acts", file }, V1, V2, V3));
  if (merged.kind !== "acts") throw new Error("acts stay acts");
  const sent: Hex[] = [];
  const done = await submitActs({ ...context, payer: payerOf(sent), dryRun: false }, merged.file);
  expect(done.map(({ what, state }) => [what, state])).toEqual([
    ["LiftPause 0", "done"],
    ["LiftPause 1", "done"],
  ]);
  const few = mergeDocuments(await sign({ kind: "acts", file }, V1, V2));
  if (few.kind !== "acts") throw new Error("acts stay acts");
  const waits = await submitActs({ ...context, payer: payerOf(sent), dryRun: false }, few.file);
  expect(waits.map(({ state }) => state)).toEqual(["waits", "waits"]);
  expect(sent).toHaveLength(2);
});

test("the next manifest takes a signed rotation in, and nobody signs one that leads nowhere", async () => {
  const { context, sign } = setUp();
  const file = await proposeRotation(context, joins);
  const signatures = await Promise.all(
    [V1, V2, V3].map((wallet) => signRotation(wallet, zone.id, rotationOf(file))),
  );
  const partner = { name: "Sixth", validator: sixth, nodeUrl: "http://127.0.0.1:6" };
  const changes = { partners: [partner], platforms: [], chains: [] };
  const rotation = { ...file, signatures };
  const next = proposeManifest(zone, { ...changes, rotation }, trust, 0);
  expect([next.version, next.epoch, next.partners.length]).toEqual([2, 1, 6]);
  const signed = mergeDocuments(await sign({ kind: "manifest", file: next }, V1, V2, V3, SIXTH));
  expect(readZone(signed.file, trust).validatorSet.quorum).toBe(4);
  expect(describeDocument(context, signed).join("\n")).toContain("new partner:  Sixth");
  const unsigned = { ...changes, rotation: file };
  expect(() => proposeManifest(zone, unsigned, trust, 0)).toThrow("signed by too few");
  const nameless = { ...changes, partners: [], rotation };
  expect(() => proposeManifest(zone, nameless, trust, 0)).toThrow("names no partner");
  const old = { kind: "manifest", file: { ...next, version: 1 } } as const;
  await expect(sign(old, V1)).rejects.toMatchObject({ code: "manifest-refused" });
});
