import { gatewayAbi } from "@ryugu/contracts";
import { joinSignatures, signCheckpoint, zoneId } from "@ryugu/sdk/lane";
import { bytesToHex, type Hex, hexToBytes } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { Contract, Interface, Wallet } from "ethers";
import { expect, test } from "vitest";
import type { RunningZone } from "../../src/index.ts";
import { postJson } from "../support/post-json.ts";
import { Traveller, type ZoneAccess } from "../support/traveller.ts";

const GATEWAY = new Interface(gatewayAbi);
const TEN_MEGABYTES = 10_000_000;

/** What strangers send: each gets a typed, readable error, and everything goes on. */
export function badInput(zone: () => RunningZone, access: () => ZoneAccess): void {
  const node = () => zone().ready.partners[0]?.nodeUrl ?? "";
  const post = (body: string) => postJson(`${node()}/v1/attestations`, body);
  const isWell = async () => (await fetch(`${node()}/v1/ready`)).ok;

  test("a request of 10 MB is refused by its size, in words", async () => {
    const { status, error } = await post(`{"padding":"${"x".repeat(TEN_MEGABYTES)}"}`);
    expect(status).toBe(413);
    expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(await isWell()).toBe(true);
  });

  test("an attestation by a stranger is refused by name", async () => {
    const traveller = await Traveller.with(access(), 1);
    const { laneId, sequence, messageId } = await traveller.send("away", [1n]);
    const stranger = Wallet.createRandom();
    const checkpoint = { laneId, anchor: 0, sequence, head: messageId };
    const forged = await signCheckpoint(stranger, access().zone.id, checkpoint);
    const { status, error } = await post(JSON.stringify(forged));
    expect(status).toBe(403);
    expect(error).toMatchObject({ code: "unknown-validator" });

    const { validator } = access().zone.manifest.partners[0] ?? {};
    const posing = await post(JSON.stringify({ ...forged, validator }));
    expect(posing.status).toBe(403);
    expect(posing.error).toMatchObject({ code: "attestation-forged" });
    expect((await traveller.arrival(messageId)).state).toBe("delivered");
    expect(await isWell()).toBe(true);
  });

  test("a message with one byte changed is refused by the gateway, though a quorum signed the true one", async () => {
    const traveller = await Traveller.with(access(), 1);
    const sent = await traveller.send("away", [1n]);
    const messages = await sentMessages(traveller, sent.transaction);
    const first = sent.sequence - messages.length + 1;
    const signatures = await quorumOn(zone(), access(), {
      laneId: sent.laneId,
      anchor: 0,
      sequence: sent.sequence,
      head: sent.messageId,
    });
    const gateway = new Contract(
      zoneChain(access().zone, traveller.away).gateway,
      GATEWAY,
      access().away,
    );
    const deliver = (bodies: readonly Hex[]) =>
      gateway.getFunction("deliver").staticCall(sent.laneId, first, bodies, [], signatures);

    const changed = messages.map((body, i) =>
      i === messages.length - 1 ? oneByteChanged(body) : body,
    );
    await expect(deliver(changed)).rejects.toMatchObject({
      revert: { name: "SignerNotValidator" },
    });
    await expect(deliver(messages)).resolves.toBeDefined();
    expect((await traveller.arrival(sent.messageId)).state).toBe("delivered");
  });
}

function oneByteChanged(message: Hex): Hex {
  const bytes = hexToBytes(message);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  return bytesToHex(bytes);
}

/** What a transaction sent: a Collection message goes first where the collection is new. */
async function sentMessages(traveller: Traveller, hash: string): Promise<Hex[]> {
  const receipt = await traveller.access.home.getTransactionReceipt(hash);
  return (receipt?.logs ?? [])
    .map((log) => GATEWAY.parseLog(log))
    .flatMap((event) => (event?.name === "MessageSent" ? [event.args.message] : []));
}

async function quorumOn(
  zone: RunningZone,
  { zone: { id, validatorSet } }: ZoneAccess,
  checkpoint: Parameters<typeof signCheckpoint>[2],
): Promise<Hex> {
  expect(id).toBe(zoneId(zone.zone.manifest.name));
  const keys = Object.values(zone.keys.partners).map(({ validator }) => validator);
  const attestations = await Promise.all(
    keys.map(async (key) => signCheckpoint(await key.open(), id, checkpoint)),
  );
  return joinSignatures(validatorSet, attestations);
}
