import { Interface, TypedDataEncoder, toBeHex, ZeroAddress } from "ethers";
import { splitFactoryBytecode, testYenBytecode } from "../abi/artifacts.ts";
import { splitAbi, splitFactoryAbi, testYenAbi } from "../abi/index.ts";
import { GENESIS_TIME, type LocalChain } from "./anvil.ts";
import { account, create, transact } from "./zone.ts";

const OWNER = account(0);
const PAYER = account(1);
const RELAYER = account(2);
const SAVINGS = account(4);
const INCOME = 12_000n * 10n ** 18n;

const split = new Interface(splitAbi);
const factory = new Interface(splitFactoryAbi);
const yen = new Interface(testYenAbi);

/** A factory of splits, and yen. */
interface Till {
  chain: LocalChain;
  factory: string;
  yen: string;
}

type Share = [payee: string, weight: number, nested: boolean];

/** What making a split and dividing money costs, for payees who hold money already. */
export async function measureSplits(chain: LocalChain): Promise<Record<string, number>> {
  const till = {
    chain,
    factory: await create(chain, splitFactoryBytecode, [], []),
    yen: await create(chain, testYenBytecode, ["address"], [OWNER.address]),
  };
  const rows: Record<string, number> = {};
  for (const count of [2, 5, 20]) {
    const made = await makeSplit(till, payees(count));
    rows[`create a split, ${count} payees`] = made.gas;
    rows[`distribute, ${count} payees`] = await distributeTwice(till, made.address);
  }
  const band = await makeSplit(till, payees(2));
  const label = await makeSplit(till, [[band.address, 1, true], ...payees(1)]);
  const work = await makeSplit(till, [[label.address, 1, true], ...payees(1)]);
  rows["distribute, three levels of splits"] = await distributeTwice(till, work.address);
  rows["claim a credit by signature"] = await claimTwice(till);
  return rows;
}

const payees = (count: number): Share[] =>
  Array.from({ length: count }, (_, i) => [account(200 + i).address, i + 1, false]);

let made = 0;

async function makeSplit({ chain, factory: to }: Till, shares: readonly Share[]) {
  const salt = toBeHex(++made, 32);
  const data = factory.encodeFunctionData("create", [ZeroAddress, shares, salt]);
  const { logs, gasUsed } = await transact(chain, OWNER, to, data);
  const event = logs[0] && factory.parseLog(logs[0]);
  if (event?.name !== "SplitCreated") throw new Error("no split was made");
  return { address: String(event.args.split), gas: Number(gasUsed) };
}

/** The second time, when everybody has been paid before. */
async function distributeTwice(till: Till, to: string): Promise<number> {
  await distribute(till, to);
  const { logs, gasUsed } = await distribute(till, to);
  if (logs.some((log) => split.parseLog(log)?.name === "Credited"))
    throw new Error("a payee was credited: its gas says nothing");
  return Number(gasUsed);
}

async function distribute({ chain, yen: money }: Till, to: string) {
  await transact(chain, OWNER, money, yen.encodeFunctionData("mint", [to, INCOME]));
  return transact(chain, PAYER, to, split.encodeFunctionData("distribute", [money]));
}

/** A blocked payee has what is credited paid to another account, by somebody who pays the gas; the second time. */
async function claimTwice(till: Till): Promise<number> {
  const { chain } = till;
  const payee = account(201);
  const { address } = await makeSplit(till, payees(3));
  const block = yen.encodeFunctionData("setBlocked", [payee.address, true]);
  await transact(chain, OWNER, till.yen, block);
  let gas = 0;
  for (const nonce of [0, 1]) {
    await distribute(till, address);
    const order = {
      ...{ payee: payee.address, currency: till.yen, to: SAVINGS.address, nonce },
      deadline: GENESIS_TIME + 700_000,
    };
    const signature = payee.signingKey.sign(claimDigest(chain, address, order)).serialized;
    const data = split.encodeFunctionData("claimBySignature", [order, signature]);
    gas = Number((await transact(chain, RELAYER, address, data)).gasUsed);
  }
  return gas;
}

function claimDigest({ id }: LocalChain, verifyingContract: string, order: object): string {
  const domain = { name: "Ryugu Payout", version: "1", chainId: id, verifyingContract };
  const types = {
    Claim: [
      { name: "payee", type: "address" },
      { name: "currency", type: "address" },
      { name: "to", type: "address" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  };
  return TypedDataEncoder.hash(domain, types, order);
}
