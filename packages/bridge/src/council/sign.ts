import { rotationDigest } from "@ryugu/sdk/lane";
import { address, isSameAddress } from "@ryugu/sdk/primitives";
import { assertTrusted, type ZoneManifest, type ZoneTrust } from "@ryugu/sdk/zone";
import {
  actSigners,
  mergeActs,
  mergeRotations,
  type ProposedAct,
  type RotationFile,
  readAct,
  rotationOf,
} from "@ryugu/sdk/zone/council";
import { isNextManifest } from "../domain/manifest-step.ts";
import { hasSeat } from "../domain/seats.ts";
import type { CouncilGateway, RotationGuard } from "../ports/council-gateway.ts";
import type { CouncilDecision, ValidatorSigner } from "../ports/signer.ts";
import type { CouncilContext } from "./context.ts";
import type { CouncilDocument } from "./document.ts";
import { CouncilRefusedError } from "./errors.ts";

export interface SignContext extends CouncilContext {
  signer: ValidatorSigner;
  guard: RotationGuard;
  trust: ZoneTrust;
}

/**
 * Signs a document as this validator, after checking it against what the zone is now. What it has signed
 * already it signs no second time.
 *
 * @throws CouncilRefusedError and what else speaks against it; nothing was signed then
 */
export async function signDocument(
  context: SignContext,
  document: CouncilDocument,
): Promise<CouncilDocument> {
  switch (document.kind) {
    case "acts":
      return { kind: "acts", file: await signActs(context, document.file) };
    case "rotation":
      return { kind: "rotation", file: await signRotation(context, document.file) };
    case "manifest":
      return { kind: "manifest", file: await signManifest(context, document.file) };
  }
}

type ActsOf = Extract<CouncilDocument, { kind: "acts" }>["file"];

async function signActs(context: SignContext, file: ActsOf): Promise<ActsOf> {
  // All are looked at before the first is signed.
  for (const proposed of file.acts) await assertAct(context, proposed);
  const acts: ProposedAct[] = [];
  for (const proposed of file.acts) acts.push(await signAct(context, proposed));
  return { ...file, acts: mergeActs([{ ...file, acts }]) };
}

function gatewayOf({ gateways }: CouncilContext, { chain }: ProposedAct): CouncilGateway {
  const found = gateways.find((gateway) => gateway.chain === chain);
  if (found !== undefined) return found;
  throw new CouncilRefusedError("An act is for a chain that this node does not know.", {
    details: [`Chain: ${chain}`, "It must be in the zone manifest and in the configuration."],
  });
}

async function assertAct(context: SignContext, proposed: ProposedAct): Promise<void> {
  const gateway = gatewayOf(context, proposed);
  const { set, nonce } = await gateway.state();
  const { validator } = context.signer;
  const where = `On: ${gateway.name} (${gateway.chain})`;
  if (proposed.nonce < nonce) {
    throw new CouncilRefusedError("An act's nonce was used before.", {
      details: [where, `The act's: ${proposed.nonce}`, `The gateway's next: ${nonce}`],
    });
  }
  if (!hasSeat(set, validator)) {
    throw new CouncilRefusedError("This validator has no seat on a gateway.", {
      details: [where, `Validator: ${validator}`, `Epoch: ${set.epoch}`],
    });
  }
  if (proposed.act === "OpenLane") assertLane(context, proposed);
}

/** Lanes lead to the zone's own gateways and nowhere else. */
function assertLane({ zone }: SignContext, { values }: ProposedAct): void {
  const { counterpartChain, counterpartGateway } = readAct("OpenLane", values);
  const known = zone.manifest.chains.find(({ id }) => id === counterpartChain);
  if (known !== undefined && isSameAddress(known.gateway, counterpartGateway)) return;
  throw new CouncilRefusedError("An act would open a lane to a gateway that is not the zone's.", {
    details: [
      `To: ${counterpartChain}, ${counterpartGateway}`,
      `The manifest's: ${known?.gateway ?? "it has no such chain"}`,
    ],
  });
}

async function signAct(context: SignContext, proposed: ProposedAct): Promise<ProposedAct> {
  const { signer, zone } = context;
  const { chain, gateway } = gatewayOf(context, proposed);
  const on = { chain, gateway };
  if (actSigners(zone.id, on, proposed).has(signer.validator)) return proposed;
  const { act: name, nonce, values } = proposed;
  const decision = { on, nonce, name, act: readAct(name, values) } as CouncilDecision;
  const signature = await signer.signDocument("council-act", decision);
  return { ...proposed, signatures: [...proposed.signatures, signature] };
}

async function signRotation(context: SignContext, file: RotationFile): Promise<RotationFile> {
  const { signer, guard, zone, gateways } = context;
  const rotation = rotationOf(file);
  const sets = await Promise.all(gateways.map(async (each) => (await each.state()).set));
  const newest = sets.reduce((a, b) => (b.epoch > a.epoch ? b : a), zone.validatorSet);
  if (file.epoch !== newest.epoch + 1) {
    throw new CouncilRefusedError("A rotation does not follow the zone's present epoch.", {
      details: [`The zone's: ${newest.epoch}`, `The rotation leads to: ${file.epoch}`],
    });
  }
  if (!hasSeat(newest, signer.validator)) {
    throw new CouncilRefusedError("This validator has no seat in the set that decides now.", {
      details: [`Validator: ${signer.validator}`, `Epoch: ${newest.epoch}`],
    });
  }
  const digest = rotationDigest(zone.id, rotation);
  const bound = await guard.bind(newest.epoch, digest);
  if (bound !== digest) {
    throw new CouncilRefusedError(
      "This validator has signed another rotation from this epoch before.",
      { details: [`From epoch: ${newest.epoch}`, `Signed before: ${bound}`, `Now: ${digest}`] },
    );
  }
  const signature = await signer.signDocument("rotation", rotation);
  return mergeRotations([{ ...file, signatures: [...file.signatures, signature] }]);
}

async function signManifest(context: SignContext, file: ZoneManifest): Promise<ZoneManifest> {
  const { signer, zone, trust } = context;
  const { signatures, ...body } = file;
  assertTrusted(body, trust);
  const next = { manifest: file, id: file.zoneId, validatorSet: zone.validatorSet };
  isNextManifest(zone, { ...next, validatorSet: { ...zone.validatorSet, epoch: file.epoch } });
  if (!file.partners.some(({ validator }) => isSameAddress(validator, signer.validator))) {
    throw new CouncilRefusedError("This validator is none of the manifest's.", {
      details: [`Validator: ${signer.validator}`],
    });
  }
  const others = signatures.filter(({ validator }) => !isSameAddress(validator, signer.validator));
  const signature = await signer.signDocument("manifest", body);
  return { ...body, signatures: [...others, { validator: address(signer.validator), signature }] };
}
