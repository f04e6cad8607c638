import { setTimeout } from "node:timers/promises";
import {
  AbiCoder,
  Contract,
  concat,
  dataSlice,
  HDNodeWallet,
  Interface,
  Mnemonic,
  NonceManager,
  Signature,
  type TransactionReceipt,
  TypedDataEncoder,
  type TypedDataField,
  type Wallet,
} from "ethers";
import { classPolicyBytecode } from "../abi/artifacts.ts";
import { gatewayAbi } from "../abi/index.ts";
import { deployZone as deploy, planZone } from "../deploy/index.ts";
import type { LocalChain } from "./anvil.ts";

/** The mnemonic that anvil funds. Of no value anywhere else. */
const MNEMONIC = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const ZONE_NAME = "ryugu-bench";
const QUORUM = 3;
const DAY = 86_400;

const gatewayInterface = new Interface(gatewayAbi);

/** The n-th funded account. */
export function account(n: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(MNEMONIC, `m/44'/60'/0'/0/${n}`);
}

const validators = [5, 6, 7, 8, 9]
  .map(account)
  .sort((x, y) => (x.address.toLowerCase() < y.address.toLowerCase() ? -1 : 1));

export const zoneId = TypedDataEncoder.hashStruct(
  "Zone",
  { Zone: [{ name: "name", type: "string" }] },
  { name: ZONE_NAME },
);

/** Sends a transaction and returns its receipt. Throws when it reverted. */
export async function transact(
  chain: LocalChain,
  from: HDNodeWallet | Wallet,
  to: string | null,
  data: string,
  gasLimit?: number,
): Promise<TransactionReceipt> {
  const sent = await from
    .connect(chain.provider)
    .sendTransaction(gasLimit === undefined ? { to, data } : { to, data, gasLimit });
  const receipt = await sent.wait();
  if (receipt?.status !== 1) throw new Error(`transaction ${sent.hash} failed`);
  return receipt;
}

const plan = planZone({
  name: ZONE_NAME,
  validators: validators.map(({ address }) => address),
  quorum: QUORUM,
  settings: {
    minDeadline: 3_600,
    maxDeadline: 30 * DAY,
    defaultDeadline: 7 * DAY,
    policyNotice: 1,
    reanchorNotice: 3 * DAY,
    windDownNotice: 7 * DAY,
  },
});

/** Deploys a zone's contracts with 3 of 5 validators; the gateway has the same address on every chain. */
export async function deployZone({ provider }: LocalChain): Promise<string> {
  await deploy(new NonceManager(account(0).connect(provider)), plan);
  return plan.gateway;
}

const ACTS = {
  openLane: {
    OpenLane: [
      { name: "nonce", type: "uint64" },
      { name: "epoch", type: "uint64" },
      { name: "counterpartChainId", type: "uint64" },
      { name: "counterpartGateway", type: "address" },
    ],
  },
  setDefaultLimit: {
    SetDefaultLimit: [
      { name: "nonce", type: "uint64" },
      { name: "cap", type: "uint88" },
      { name: "windowMinutes", type: "uint16" },
    ],
  },
  proposePolicy: {
    ProposePolicy: [
      { name: "nonce", type: "uint64" },
      { name: "policy", type: "address" },
    ],
  },
} as const;

/** Carries out an act of the council. `values` are the act's fields after the nonce, and the call's arguments. */
async function act(
  chain: LocalChain,
  name: keyof typeof ACTS,
  values: readonly (string | number)[],
): Promise<void> {
  const { gateway } = plan;
  const domain = {
    name: "Ryugu",
    version: "1",
    chainId: chain.id,
    verifyingContract: gateway,
    salt: zoneId,
  };
  const [type, fields] =
    Object.entries<readonly TypedDataField[]>(ACTS[name])[0] ?? (["", []] as const);
  const nonce = await gatewayAt(chain, gateway).getFunction("councilNonce")();
  const message = Object.fromEntries(fields.map((field, i) => [field.name, [nonce, ...values][i]]));
  const signatures = quorumSignatures(
    TypedDataEncoder.hash(domain, { [type]: [...fields] }, message),
  );
  const data = gatewayInterface.encodeFunctionData(name, [...values, signatures]);
  await transact(chain, account(0), gateway, data);
}

/** Opens the lanes between a gateway and its counterpart, and sets every safeguard: a policy and a limit. */
export async function openLane(chain: LocalChain, counterpart: LocalChain): Promise<void> {
  await act(chain, "openLane", [0, counterpart.id, plan.gateway]);
  const policy = await create(chain, classPolicyBytecode, ["uint8[]"], [[1, 2]]);
  await act(chain, "proposePolicy", [policy]);
  await act(chain, "setDefaultLimit", [10_000, 60]);
  await setTimeout(1_100 * plan.spec.settings.policyNotice);
  await transact(
    chain,
    account(0),
    plan.gateway,
    gatewayInterface.encodeFunctionData("adoptPolicy"),
  );
}

/** The id of the lane between two chains whose gateways share an address. */
export function laneId(from: LocalChain, to: LocalChain, gateway: string): string {
  const types = {
    Lane: [
      { name: "zoneId", type: "bytes32" },
      { name: "originChainId", type: "uint64" },
      { name: "originGateway", type: "address" },
      { name: "destinationChainId", type: "uint64" },
      { name: "destinationGateway", type: "address" },
    ],
  };
  return TypedDataEncoder.hashStruct("Lane", types, {
    zoneId,
    originChainId: from.id,
    originGateway: gateway,
    destinationChainId: to.id,
    destinationGateway: gateway,
  });
}

/** The first k validators' signatures on a checkpoint, as `deliver` takes them. */
export function checkpointSignatures(lane: string, sequence: number, head: string): string {
  const domain = { name: "Ryugu", version: "1", salt: zoneId };
  const types = {
    Checkpoint: [
      { name: "laneId", type: "bytes32" },
      { name: "anchor", type: "uint64" },
      { name: "sequence", type: "uint64" },
      { name: "head", type: "bytes32" },
    ],
  };
  return quorumSignatures(
    TypedDataEncoder.hash(domain, types, { laneId: lane, anchor: 0, sequence, head }),
  );
}

function quorumSignatures(digest: string): string {
  return concat(
    validators
      .slice(0, QUORUM)
      .map(({ signingKey }) => Signature.from(signingKey.sign(digest)).compactSerialized),
  );
}

/** A contract's address from the transaction that created it. */
export async function create(
  chain: LocalChain,
  bytecode: string,
  types: string[],
  values: unknown[],
): Promise<string> {
  const data = concat([bytecode, AbiCoder.defaultAbiCoder().encode(types, values)]);
  const { contractAddress } = await transact(chain, account(0), null, data);
  if (contractAddress === null) throw new Error("nothing was created");
  return contractAddress;
}

export function gatewayAt(chain: LocalChain, address: string): Contract {
  return new Contract(address, gatewayAbi, chain.provider);
}

/** The messages that a receipt says were sent. */
export function sentMessages(receipt: TransactionReceipt): string[] {
  return receipt.logs.flatMap((log) => {
    const event = gatewayInterface.parseLog(log);
    return event?.name === "MessageSent" ? [event.args.message as string] : [];
  });
}

/** A message's kind, the second byte. */
export function kindOf(message: string): number {
  return Number(dataSlice(message, 1, 2));
}
