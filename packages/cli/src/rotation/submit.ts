import { confirm } from "@ryugu/contracts/deploy";
import { hashValidatorSet } from "@ryugu/sdk/lane";
import { type ChainId, isSameAddress } from "@ryugu/sdk/primitives";
import { describeRevert, readLogsBackTo } from "@ryugu/sdk/transfer";
import type { KeyWallet } from "@ryugu/sdk/wallet";
import {
  CouncilActError,
  mergeRotations,
  type RotationFile,
  rotationOf,
  rotationSigners,
} from "@ryugu/sdk/zone/council";
import { Contract, concat, Interface, isCallException, type JsonRpcProvider } from "ethers";
import { COUNCIL_ABI } from "../chain/abi.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { lines, table } from "../output/blocks.ts";
import { bad, faint, good, type Line, title, warn } from "../output/style.ts";
import { type CouncilState, readCouncil } from "../zone/deploy/inspect-chain.ts";
import { assertRightChain, type OpenChain, withOpenChains } from "../zone/founding/open-chains.ts";
import { type FoundedZone, readZoneFile } from "../zone/founding/zone-file.ts";
import { readRotationFile } from "./rotation-file.ts";

const COUNCIL = new Interface(COUNCIL_ABI);

/** What became of a rotation on one chain. */
interface Submitted {
  chain: ChainId;
  name: string;
  /** `passed`: taken before. `behind`: rotations before it are missing there. `waits`: signatures are missing. */
  state: "done" | "passed" | "behind" | "waits" | "refused";
  signatures: number;
  /** Why the gateway refused it. */
  reason?: string;
  transaction?: string;
}

/** `ryugu zone rotation submit` */
export async function submitRotationCommand(
  cli: Cli,
  sources: readonly string[],
  options: PayerOptions & { zone: string },
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const copies = await Promise.all(sources.map((source) => readRotationFile(cli, source, zone)));
  const file = mergeRotations(copies);
  await Promise.all(zone.file.chains.map((chain) => assertRightChain(cli, chain)));
  const payer = await loadPayer(cli, options);
  return withOpenChains(zone.file.chains, async (open) =>
    report(zone, file, await Promise.all(open.map((each) => submitOn(zone, each, payer, file)))),
  );
}

async function submitOn(
  { plan }: FoundedZone,
  { chain, provider }: OpenChain,
  payer: KeyWallet,
  file: RotationFile,
): Promise<Submitted> {
  const council = await readCouncil(provider, plan.gateway);
  if (council === undefined) throw new CouncilActError(`${chain.name} has no gateway yet.`);
  const signatures = quorumOf(council, file);
  const about = { chain: chain.id, name: chain.name, signatures: signatures.length };
  if (council.epoch >= file.epoch) {
    assertTaken(council, file, chain.name);
    return { ...about, state: "passed" };
  }
  if (council.epoch < file.epoch - 1) return { ...about, state: "behind" };
  if (signatures.length < council.quorum) return { ...about, state: "waits" };
  const gateway = new Contract(plan.gateway, COUNCIL_ABI, payer.connect(provider));
  const { set, validFrom } = rotationOf(file);
  const args = [set.validators, set.quorum, validFrom, concat(signatures)];
  try {
    const { hash } = await gateway.getFunction("rotate")(...args);
    await confirm(provider, hash);
    return { ...about, state: "done", transaction: hash };
  } catch (cause) {
    if (!isCallException(cause)) throw cause;
    if (await isAnnounced(provider, plan.gateway, file)) return { ...about, state: "passed" };
    const reason = cause.data == null ? cause.shortMessage : describeRevert(cause.data);
    return { ...about, state: "refused", reason };
  }
}

/** Whether a gateway has taken a rotation whose time has not come. No function of it tells. */
async function isAnnounced(
  provider: JsonRpcProvider,
  gateway: string,
  file: RotationFile,
): Promise<boolean> {
  const topics = COUNCIL.encodeFilterTopics("ValidatorsRotated", [
    file.epoch,
    hashValidatorSet(rotationOf(file).set),
  ]);
  const filter = { address: gateway, topics, fromBlock: 0 };
  return (await readLogsBackTo(provider, filter, () => true)).length > 0;
}

/** The present validators' signatures by ascending address, at most k: a gateway takes no more. */
function quorumOf({ validators, quorum }: CouncilState, file: RotationFile): string[] {
  const signers = [...rotationSigners(file)];
  return validators
    .flatMap((seat) => signers.find(([signer]) => isSameAddress(signer, seat))?.[1] ?? [])
    .slice(0, quorum);
}

/** A gateway at the same epoch under others would be two zones in one: nothing to be passed over in silence. */
function assertTaken({ epoch, setHash }: CouncilState, file: RotationFile, name: string): void {
  const expected = hashValidatorSet(rotationOf(file).set);
  if (epoch > file.epoch || setHash === expected) return;
  throw new CouncilActError(`${name} has taken another rotation to this epoch.`, {
    details: [`Epoch: ${epoch}`, `Its set: ${setHash}`, `Yours: ${expected}`],
  });
}

const VERDICTS: Record<Submitted["state"], (submitted: Submitted) => Line> = {
  done: () => good("done"),
  passed: () => faint("taken before"),
  behind: () => warn("lacks rotations before it: ryugu zone deploy gives them to it"),
  refused: ({ reason }) => bad(`refused: ${reason}`),
  waits: ({ signatures }) => warn(`waits: only ${signatures} of its validators have signed`),
};

function report(zone: FoundedZone, { epoch }: RotationFile, chains: readonly Submitted[]): Outcome {
  const isDone = chains.every(({ state }) => state === "done" || state === "passed");
  const verdict = isDone ? `Every gateway has taken epoch ${epoch}.` : "Not every gateway took it.";
  return {
    json: { epoch, chains },
    view: [
      lines([title(zone.plan.spec.name), faint(`  ${verdict}`)]),
      table(
        ["on", "what became of it"],
        chains.map((each): Line[] => [each.name, VERDICTS[each.state](each)]),
      ),
    ],
    exitCode: isDone ? EXIT.ok : EXIT.negative,
  };
}
