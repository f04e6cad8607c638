import { Interface, JsonRpcProvider } from "ethers";
import { deployZone } from "../../deploy/index.ts";
import { addressOf, START } from "../actors/begin.ts";
import type { Address, ChainId } from "../words.ts";
import { type Anvil, revertTo, startAnvil } from "./anvil.ts";
import { type Book, CHAINS, POLICIES, planOf, TOKENS, writeBook } from "./book.ts";
import { chainNumber } from "./encoding.ts";
import { compileOddities, runtimeOf } from "./oddities.ts";

/** Something to do on a chain, by whomever. */
export interface Call {
  readonly from: Address;
  readonly to: Address;
  readonly data: string;
  readonly value?: bigint;
}

/** What came of a call. */
export interface Receipt {
  readonly done: boolean;
  readonly logs: readonly Log[];
  /** Why it was refused, as the contracts said it. */
  readonly revert: string;
}

export interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** Real chains with one zone on all of them, as often as one likes from the beginning. */
export interface World {
  readonly book: Book;
  chain(id: ChainId): Anvil;
  do(on: ChainId, call: Call, now: number): Promise<Receipt>;
  /** Many questions to one chain at once; undefined where there is no answer. */
  askAll(on: ChainId, questions: readonly Call[], now: number): Promise<(string | undefined)[]>;
  setRefusing(on: ChainId, account: Address, refuses: boolean): Promise<void>;
  /** Back to where nothing has happened yet but the zone's deployment. */
  reset(): Promise<void>;
  stop(): void;
}

const QUESTIONER = addressOf(0x801);
const questions = new Interface(["function askAll(address[], bytes[]) view returns (bytes[])"]);
const RICH = "0x21e19e0c9bab2400000";
const GAS = "0x1dcd6500";

const CODES: readonly (readonly [Address, string, string])[] = [
  [TOKENS.erc721, "OddTokens", "OddNft"],
  [TOKENS.erc1155, "OddTokens", "OddUnitsOfMany"],
  [TOKENS.erc20, "OddTokens", "OddMoney"],
  [POLICIES.odd ?? QUESTIONER, "OddStrangers", "OddRecipients"],
  [POLICIES.closed ?? QUESTIONER, "OddStrangers", "ClosedPolicy"],
  [POLICIES.broken ?? QUESTIONER, "OddStrangers", "BrokenPolicy"],
  [QUESTIONER, "OddStrangers", "ManyQuestions"],
];

/** Starts a chain for each of the model's, and deploys the zone there. */
export async function startWorld(): Promise<World> {
  compileOddities();
  const anvils = new Map<ChainId, Anvil>();
  const stop = () => {
    for (const anvil of anvils.values()) anvil.stop();
  };
  try {
    for (const chain of CHAINS) anvils.set(chain, await startAnvil(chainNumber(chain)));
    for (const anvil of anvils.values()) await prepare(anvil);
    return await worldOf(anvils, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

async function prepare(anvil: Anvil): Promise<void> {
  const { plan } = planOf();
  const provider = new JsonRpcProvider(anvil.url, undefined, {
    ...{ staticNetwork: true, cacheTimeout: -1, pollingInterval: 20 },
  });
  await deployZone(await provider.getSigner(0), plan);
  provider.destroy();
  await anvil.ask("anvil_autoImpersonateAccount", true);
  for (const [address, file, contract] of CODES) {
    await anvil.ask("anvil_setCode", address, runtimeOf(file, contract));
  }
}

async function worldOf(anvils: Map<ChainId, Anvil>, stop: () => void): Promise<World> {
  const chain = (id: ChainId): Anvil => {
    const anvil = anvils.get(id);
    if (anvil === undefined) throw new RangeError(`No chain ${id}.`);
    return anvil;
  };
  const book = await writeBook((on, to, data) => chain(on).ask("eth_call", { to, data }, "latest"));
  const refusing = runtimeOf("OddStrangers", "RefusingAccount");
  const beginnings = new Map<ChainId, string>();
  for (const [id, anvil] of anvils) beginnings.set(id, await anvil.ask<string>("evm_snapshot"));
  return {
    ...{ book, chain, stop },
    async do(on, call, now) {
      return await transact(chain(on), call, now);
    },
    async askAll(on, given, now) {
      const whom = given.map(({ to }) => to);
      const data = questions.encodeFunctionData("askAll", [whom, given.map((call) => call.data)]);
      const call = { to: QUESTIONER, data, gas: GAS };
      const time = { time: `0x${now.toString(16)}` };
      const answer = await chain(on).ask<string>("eth_call", call, "latest", {}, time);
      const [answers] = questions.decodeFunctionResult("askAll", answer);
      return [...answers].map((bytes: string) => (bytes === "0x" ? undefined : bytes));
    },
    async setRefusing(on, account, refuses) {
      await chain(on).ask("anvil_setCode", account, refuses ? refusing : "0x");
    },
    async reset() {
      for (const [id, anvil] of anvils) {
        await revertTo(anvil, beginnings.get(id));
        beginnings.set(id, await anvil.ask<string>("evm_snapshot"));
      }
    },
  };
}

interface RawReceipt {
  readonly transactionHash: string;
  readonly status: string;
  readonly logs: readonly Log[];
}

async function transact(anvil: Anvil, call: Call, now: number): Promise<Receipt> {
  const { from, to, data, value = 0n } = call;
  if (value > 0n) await anvil.ask("anvil_setBalance", from, RICH);
  await anvil.ask("evm_setNextBlockTimestamp", Math.max(now, START));
  const transaction = {
    from,
    to,
    data,
    gas: GAS,
    gasPrice: "0x0",
    value: `0x${value.toString(16)}`,
  };
  const receipt = await anvil.ask<RawReceipt>("eth_sendTransactionSync", transaction);
  if (receipt.status === "0x1") return { done: true, logs: receipt.logs, revert: "0x" };
  const options = { tracer: "callTracer", tracerConfig: { onlyTopCall: true } };
  const trace = await anvil.ask<{ output?: string }>(
    ...(["debug_traceTransaction", receipt.transactionHash, options] as const),
  );
  return { done: false, logs: [], revert: trace.output ?? "0x" };
}
