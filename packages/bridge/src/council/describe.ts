import { type Address, chainId, isSameAddress } from "@ryugu/sdk/primitives";
import type { Zone, ZoneManifest } from "@ryugu/sdk/zone";
import {
  actSigners,
  type ProposedAct,
  type RotationFile,
  rotationSigners,
} from "@ryugu/sdk/zone/council";
import { genesisSet } from "../domain/seats.ts";
import { type CouncilContext, chainLabel } from "./context.ts";
import { describeManifest } from "./describe-manifest.ts";
import type { CouncilDocument } from "./document.ts";

/** A document in plain words, for whoever is about to sign it: what, where, until when, and who has signed. */
export function describeDocument(context: CouncilContext, document: CouncilDocument): string[] {
  switch (document.kind) {
    case "acts":
      return document.file.acts.flatMap((act) => describeAct(context, act));
    case "rotation":
      return describeRotation(context, document.file);
    case "manifest":
      return describeManifest(context.zone, document.file);
  }
}

type Values = Readonly<Record<string, string>>;
type Label = (chain: string | undefined) => string;

const time = (seconds: string | undefined) =>
  new Date(Number(seconds ?? 0) * 1_000).toISOString().replace(".000Z", "Z");
const none = (address: string | undefined) => /^0x0{40}$/.test(address ?? "");

/** What is paused: the lanes of one chain or all, or one collection. */
const paused = (v: Values, label: Label): string => {
  if (!none(v.token)) return `the collection ${v.token}`;
  return v.counterpartChain === "all" ? "all lanes" : `the lanes of ${label(v.counterpartChain)}`;
};
const cap = (v: Values) => `at most ${v.cap} units in ${v.windowMinutes} minutes`;

/** Each act as a sentence that follows "the council". */
const SENTENCES: Record<ProposedAct["act"], (v: Values, label: Label) => string> = {
  OpenLane: (v, label) =>
    `opens the lanes to and from ${label(v.counterpartChain)}, gateway ${v.counterpartGateway}, in epoch ${v.epoch}`,
  RetireLane: (v, label) =>
    `ends sending home tokens to ${label(v.counterpartChain)}, for ever; exits stay open`,
  SetTerms: (v, label) =>
    `has each send to ${label(v.counterpartChain)} pay ${v.fee} wei, to be collected by ${v.collector}; ` +
    (v.quota === "0" ? "any number a day" : `at most ${v.quota} a day from one sender`),
  SetLimit: (v) => `lets arrive of ${v.token} ${cap(v)}`,
  SetDefaultLimit: (v) => `lets arrive of each collection without a limit of its own ${cap(v)}`,
  ListToken: (v) =>
    v.class === "0"
      ? `takes ${v.token} off the list`
      : `lists ${v.token}, class ${v.class}, ${cap(v)}`,
  ProposePolicy: (v) =>
    none(v.policy)
      ? "announces that all assets may enter again"
      : `announces the policy ${v.policy}; it counts after the notice period`,
  ExtendPause: (v, label) => `keeps ${paused(v, label)} paused until ${time(v.until)}`,
  LiftPause: (v, label) => `ends the pause of ${paused(v, label)}`,
  Halt: (v) =>
    `halts the lane ${v.laneId}: its origin says ${v.head} at ${v.sequence}, which is not what was signed`,
  ReAnchor: (v) =>
    `lets the halted lane ${v.laneId} go on after message ${v.commonSequence}, as anchor ${v.anchor}; every older checkpoint is void`,
  ProposeWindDown: (v, label) =>
    `proposes to wind down ${label(v.counterpartChain)} by the list of holders ${v.holdersRoot} at message ${v.sequence}`,
  CancelWindDown: (v, label) => `gives up winding down ${label(v.counterpartChain)}`,
};

function describeAct(context: CouncilContext, proposed: ProposedAct): string[] {
  const { chain, nonce, act, values } = proposed;
  const label: Label = (id) => chainLabel(context, id ?? "");
  const gateway = context.zone.manifest.chains.find(({ id }) => id === chain)?.gateway;
  const signers =
    gateway === undefined
      ? []
      : [...actSigners(context.zone.id, { chain: chainId(chain), gateway }, proposed).keys()];
  return [
    `On ${label(chain)}, as the gateway's act ${nonce}, the council ${SENTENCES[act](values, label)}.`,
    signedBy(context.zone, signers),
  ];
}

function describeRotation({ zone }: CouncilContext, file: RotationFile): string[] {
  const { epoch, quorum, validators, validFrom } = file;
  const before = setBefore(zone, epoch);
  const missing = (from: readonly Address[], to: readonly Address[]) =>
    from.filter((seat) => !to.some((other) => isSameAddress(seat, other)));
  const from = validFrom === 0 ? "at once" : `from ${time(`${validFrom}`)} on`;
  return [
    `On every gateway, ${from}, ${quorum} of ${validators.length} validators decide (epoch ${epoch - 1} to ${epoch}).`,
    ...missing(validators, before).map((seat) => `  joins:  ${nameOf(zone, seat)}`),
    ...missing(before, validators).map((seat) => `  leaves: ${nameOf(zone, seat)}`),
    "A validator signs one rotation from an epoch, and never another one.",
    signedBy(zone, [...rotationSigners(file).keys()]),
  ];
}

/** The validators of the epoch before, as the manifest knows them; those of now where it does not. */
function setBefore({ manifest, validatorSet }: Zone, epoch: number): readonly Address[] {
  if (epoch === 1) return genesisSet(manifest).validators;
  return manifest.rotations?.[epoch - 2]?.validators ?? validatorSet.validators;
}

const nameOf = ({ manifest }: { manifest: ZoneManifest }, seat: Address): string => {
  const partner = manifest.partners.find(({ validator }) => isSameAddress(validator, seat));
  return partner === undefined ? seat : `${partner.name} (${seat})`;
};

const signedBy = (zone: Zone, signers: readonly Address[]): string =>
  signers.length === 0
    ? "  signed by nobody yet"
    : `  signed by ${signers.map((signer) => nameOf(zone, signer)).join(", ")}`;
