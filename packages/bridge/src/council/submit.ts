import { gatewayAbi } from "@ryugu/contracts";
import { hashValidatorSet, type ValidatorSet } from "@ryugu/sdk/lane";
import { type Address, type Bytes32, type Hex, isSameAddress } from "@ryugu/sdk/primitives";
import {
  type ActsFile,
  actCall,
  actSigners,
  CouncilActError,
  type ProposedAct,
  type RotationFile,
  rotationOf,
  rotationSigners,
} from "@ryugu/sdk/zone/council";
import { concat, Interface } from "ethers";
import { CallRevertedError } from "../domain/errors.ts";
import type { CouncilGateway, CouncilSubmitter } from "../ports/council-gateway.ts";
import type { CouncilContext } from "./context.ts";

const gatewayInterface = new Interface(gatewayAbi);

/** What became of one decision on one chain. */
export interface Submitted {
  gateway: CouncilGateway;
  /** What was to be done, in a word or two. */
  what: string;
  /** `would`: nothing was sent, as asked. `passed`: done before. `waits`: signatures or earlier acts are missing. */
  state: "done" | "would" | "passed" | "waits" | "refused";
  signatures: number;
  quorum: number;
  gas?: bigint;
  transaction?: Bytes32;
  /** Why it was refused. */
  reason?: string;
}

export interface SubmitContext extends CouncilContext {
  /** Who pays on a chain. */
  payer(gateway: CouncilGateway): CouncilSubmitter;
  /** Whether to look only. */
  dryRun: boolean;
}

/** Has each act carried out by its gateway, in the order of their nonces. What was done before is passed over. */
export async function submitActs(context: SubmitContext, { acts }: ActsFile): Promise<Submitted[]> {
  const submitted: Submitted[] = [];
  for (const gateway of context.gateways) {
    const mine = acts.filter(({ chain }) => chain === gateway.chain);
    if (mine.length > 0) submitted.push(...(await submitActsOn(context, gateway, mine)));
  }
  const unknown = acts.find(({ chain }) => !context.gateways.some((each) => each.chain === chain));
  if (unknown === undefined) return submitted;
  throw new CouncilActError("An act is for a chain that this node does not know.", {
    details: [`Chain: ${unknown.chain}`],
  });
}

async function submitActsOn(
  context: SubmitContext,
  gateway: CouncilGateway,
  acts: readonly ProposedAct[],
): Promise<Submitted[]> {
  const { set, nonce: first } = await gateway.state();
  let nonce = first;
  const submitted: Submitted[] = [];
  for (const act of acts.toSorted((a, b) => a.nonce - b.nonce)) {
    const on = { chain: gateway.chain, gateway: gateway.gateway };
    const signatures = quorumOf(set, actSigners(context.zone.id, on, act));
    const about = {
      gateway,
      what: `${act.act} ${act.nonce}`,
      signatures: signatures.length,
      quorum: set.quorum,
    };
    if (act.nonce < nonce) submitted.push({ ...about, state: "passed" });
    else if (act.nonce > nonce || signatures.length < set.quorum)
      submitted.push({ ...about, state: "waits" });
    else {
      const { method, args } = actCall(act.act, act.values);
      const outcome = await carryOut(context, gateway, method, [...args, concat(signatures)]);
      // Of a dry run only the first act can be tried: those after it need it done.
      if (outcome.state === "done") nonce += 1;
      submitted.push({ ...about, ...outcome });
    }
  }
  return submitted;
}

/** Has every gateway take a rotation. */
export async function submitRotation(
  context: SubmitContext,
  file: RotationFile,
): Promise<Submitted[]> {
  const submitted: Submitted[] = [];
  for (const gateway of context.gateways)
    submitted.push(await submitRotationOn(context, gateway, file));
  return submitted;
}

async function submitRotationOn(
  context: SubmitContext,
  gateway: CouncilGateway,
  file: RotationFile,
): Promise<Submitted> {
  const { set: now } = await gateway.state();
  const { set, validFrom } = rotationOf(file);
  const signatures = quorumOf(now, rotationSigners(file));
  const about = {
    gateway,
    what: `Rotation to epoch ${set.epoch}`,
    signatures: signatures.length,
    quorum: now.quorum,
  };
  if (now.epoch >= set.epoch) {
    assertTaken(gateway, now, set);
    return { ...about, state: "passed" };
  }
  if (now.epoch < set.epoch - 1 || signatures.length < now.quorum)
    return { ...about, state: "waits" };
  const args = [set.validators, set.quorum, validFrom, concat(signatures)];
  return { ...about, ...(await carryOut(context, gateway, "rotate", args)) };
}

/** A gateway at the same epoch under others would be two zones in one: nothing to be passed over in silence. */
function assertTaken({ name }: CouncilGateway, now: ValidatorSet, set: ValidatorSet): void {
  const [taken, expected] = [hashValidatorSet(now), hashValidatorSet(set)];
  if (now.epoch > set.epoch || taken === expected) return;
  throw new CouncilActError(`${name} has taken another rotation to this epoch.`, {
    details: [`Epoch: ${now.epoch}`, `Its set: ${taken}`, `Yours: ${expected}`],
  });
}

/** Members' signatures by ascending address, at most k: a gateway takes no more. */
function quorumOf(set: ValidatorSet, signers: ReadonlyMap<Address, string>): string[] {
  const all = [...signers];
  return set.validators
    .flatMap((seat) => all.find(([signer]) => isSameAddress(signer, seat))?.[1] ?? [])
    .slice(0, set.quorum);
}

type Outcome = Pick<Submitted, "state" | "gas" | "transaction" | "reason">;

async function carryOut(
  context: SubmitContext,
  gateway: CouncilGateway,
  method: string,
  args: readonly unknown[],
): Promise<Outcome> {
  const payer = context.payer(gateway);
  const data = gatewayInterface.encodeFunctionData(method, args) as Hex;
  const call = { to: gateway.gateway, data };
  try {
    const gas = await payer.estimate(call);
    if (context.dryRun) return { state: "would", gas };
    return { state: "done", gas, transaction: await payer.send(call) };
  } catch (error) {
    if (!(error instanceof CallRevertedError)) throw error;
    return { state: "refused", reason: error.details.join("; ") };
  }
}
