import { confirm } from "@ryugu/contracts/deploy";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { describeRevert } from "@ryugu/sdk/transfer";
import type { KeyWallet } from "@ryugu/sdk/wallet";
import { actCall, CouncilActError, mergeActs, type ProposedAct } from "@ryugu/sdk/zone/council";
import { Contract, concat, isCallException, type JsonRpcProvider, type Signer } from "ethers";
import { COUNCIL_ABI } from "../chain/abi.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { lines, table } from "../output/blocks.ts";
import { faint, good, type Line, title, warn } from "../output/style.ts";
import { type CouncilState, readCouncil } from "../zone/deploy/inspect-chain.ts";
import { assertRightChain, withOpenChains } from "../zone/founding/open-chains.ts";
import { type FoundedZone, readZoneFile } from "../zone/founding/zone-file.ts";
import { readActsFile, signersOf } from "./acts-file.ts";
import { chainName } from "./view.ts";

/** What became of an act. */
interface Submitted {
  act: ProposedAct;
  /** `passed`: its nonce was used before, by it or by another act. `waits`: signatures or earlier acts are missing. */
  state: "done" | "passed" | "waits";
  signatures: number;
  quorum: number;
  transaction?: string;
}

/** `ryugu zone act submit` */
export async function submitCommand(
  cli: Cli,
  sources: readonly string[],
  options: PayerOptions & { zone: string },
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const files = await Promise.all(sources.map((source) => readActsFile(cli, source, zone)));
  const acts = mergeActs(files);
  const chains = zone.file.chains.filter(({ id }) => acts.some(({ chain }) => chain === id));
  await Promise.all(chains.map((chain) => assertRightChain(cli, chain)));
  const payer = await loadPayer(cli, options);
  return withOpenChains(chains, async (open) => {
    const all = await Promise.all(
      open.map(({ chain, provider }) => {
        const mine = acts.filter((act) => act.chain === chain.id);
        return submitOn(zone, provider, payer, mine);
      }),
    );
    return report(zone, all.flat());
  });
}

/** One chain's acts, in the order of their nonces: one that cannot be done holds up those after it. */
async function submitOn(
  zone: FoundedZone,
  provider: JsonRpcProvider,
  payer: KeyWallet,
  acts: readonly ProposedAct[],
): Promise<Submitted[]> {
  const council = await readCouncil(provider, zone.plan.gateway);
  if (council === undefined) throw new CouncilActError("A chain has no gateway of the zone yet.");
  let { nonce } = council;
  const sender = payer.connect(provider);
  const done: Submitted[] = [];
  for (const act of acts.toSorted((a, b) => a.nonce - b.nonce)) {
    const signatures = quorumOf(zone, council, act);
    const counts = { act, signatures: signatures.length, quorum: council.quorum };
    const isNext = act.nonce === nonce;
    if (act.nonce < nonce) done.push({ ...counts, state: "passed" });
    else if (!isNext || signatures.length < council.quorum)
      done.push({ ...counts, state: "waits" });
    else {
      const transaction = await carryOut(zone, sender, act, signatures);
      nonce += 1;
      done.push({ ...counts, state: "done", transaction });
    }
  }
  return done;
}

/** Members' signatures by ascending address, at most k: a gateway takes no more. */
function quorumOf(zone: FoundedZone, council: CouncilState, act: ProposedAct): string[] {
  const signers = [...signersOf(zone, act)];
  const members = council.validators.flatMap(
    (seat) => signers.find(([signer]) => isSameAddress(signer, seat))?.[1] ?? [],
  );
  return members.slice(0, council.quorum);
}

async function carryOut(
  { plan }: FoundedZone,
  sender: Signer,
  { act, values, chain }: ProposedAct,
  signatures: readonly string[],
): Promise<string> {
  const { method, args } = actCall(act, values);
  const gateway = new Contract(plan.gateway, COUNCIL_ABI, sender);
  try {
    const sent = await gateway.getFunction(method)(...args, concat(signatures));
    if (sender.provider !== null) await confirm(sender.provider, sent.hash);
    return sent.hash;
  } catch (cause) {
    if (!isCallException(cause)) throw cause;
    const reason = cause.data == null ? cause.shortMessage : describeRevert(cause.data);
    throw new CouncilActError(`The gateway refused ${act}.`, {
      cause,
      details: [`Chain: ${chain}`, reason],
    });
  }
}

function report(zone: FoundedZone, submitted: readonly Submitted[]): Outcome {
  const acts = submitted.map(({ act: { chain, nonce, act, values }, ...rest }) => ({
    chain,
    nonce,
    act,
    values,
    ...rest,
  }));
  const rows = submitted.map(({ act, state, signatures, quorum }): Line[] => [
    chainName(zone, act.chain),
    String(act.nonce),
    act.act,
    state === "done"
      ? good("done")
      : state === "passed"
        ? faint("its nonce was used before")
        : warn(`waits: ${signatures} of ${quorum} signatures`),
  ]);
  const waiting = submitted.filter(({ state }) => state === "waits").length;
  const verdict = waiting === 0 ? "Every act was carried out." : `${waiting} acts wait.`;
  return {
    json: { acts },
    view: [
      lines([title(zone.plan.spec.name), faint(`  ${verdict}`)]),
      table(["on", ">nonce", "act", "what became of it"], rows),
    ],
    exitCode: waiting === 0 ? EXIT.ok : EXIT.negative,
  };
}
