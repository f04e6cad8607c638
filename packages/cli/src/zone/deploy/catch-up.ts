import { confirm } from "@ryugu/contracts/deploy";
import {
  dataLength,
  dataSlice,
  Interface,
  type JsonRpcProvider,
  type Provider,
  type Signer,
} from "ethers";
import { COUNCIL_ABI } from "../../chain/abi.ts";

const COUNCIL = new Interface(COUNCIL_ABI);

/** A rotation as a gateway took it: anyone may give it to another one. */
export interface KnownRotation {
  /** The epoch that it leads to. */
  epoch: number;
  /** The whole call of `rotate`, with the signatures. */
  call: string;
  quorum: number;
  validators: string[];
  /** Unix seconds. */
  validFrom: number;
  /** Of 64 bytes each. */
  signatures: string[];
}

/**
 * The rotations that a gateway has taken after an epoch, in order, from its chain's logs and transactions. Stops short at one
 * that was not called directly: its signatures are then elsewhere.
 */
export async function rotationsAfter(
  provider: JsonRpcProvider,
  gateway: string,
  epoch: number,
): Promise<KnownRotation[]> {
  const topics = COUNCIL.encodeFilterTopics("ValidatorsRotated", []);
  const logs = await provider.getLogs({ address: gateway, topics, fromBlock: 0 });
  const rotations: KnownRotation[] = [];
  for (const log of logs) {
    const to = Number(COUNCIL.parseLog(log)?.args.epoch);
    if (to !== epoch + rotations.length + 1) continue;
    const call = (await provider.getTransaction(log.transactionHash))?.data ?? "0x";
    const rotation = readRotation(to, call);
    if (rotation === undefined) break;
    rotations.push(rotation);
  }
  return rotations;
}

const SIGNATURE_LENGTH = 64;

function readRotation(epoch: number, call: string): KnownRotation | undefined {
  const parsed = COUNCIL.parseTransaction({ data: call });
  if (parsed?.name !== "rotate") return undefined;
  const { validators, k, validFrom, signatures } = parsed.args;
  const count = dataLength(signatures) / SIGNATURE_LENGTH;
  return {
    epoch,
    call,
    quorum: Number(k),
    validators: [...validators],
    validFrom: Number(validFrom),
    signatures: Array.from({ length: count }, (_, i) =>
      dataSlice(signatures, i * SIGNATURE_LENGTH, (i + 1) * SIGNATURE_LENGTH),
    ),
  };
}

/** Gives a gateway the rotations that it has not taken yet. */
export async function applyRotations(
  sender: Signer,
  provider: Provider,
  gateway: string,
  rotations: readonly KnownRotation[],
): Promise<void> {
  for (const { call } of rotations) {
    const { hash } = await sender.sendTransaction({ to: gateway, data: call });
    await confirm(provider, hash);
  }
}
