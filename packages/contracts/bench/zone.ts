import {
  AbiCoder,
  Contract,
  concat,
  dataSlice,
  getCreate2Address,
  HDNodeWallet,
  Interface,
  keccak256,
  Mnemonic,
  Signature,
  type TransactionReceipt,
  TypedDataEncoder,
  type Wallet,
} from "ethers";
import {
  custodyBytecode,
  DEPLOYMENT_PROXY,
  FACTORY_SALT,
  gatewayBytecode,
  zoneFactoryBytecode,
} from "../abi/artifacts.ts";
import { gatewayAbi, zoneFactoryAbi } from "../abi/index.ts";
import type { LocalChain } from "./anvil.ts";

/** The mnemonic that anvil funds. Of no value anywhere else. */
const MNEMONIC = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const ZONE_NAME = "ryugu-bench";
const QUORUM = 3;
const DAY = 86_400;

const gatewayInterface = new Interface(gatewayAbi);
const factoryInterface = new Interface(zoneFactoryAbi);

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

/** Deploys a zone's contracts with 3 of 5 validators; the gateway has the same address on every chain. */
export async function deployZone(chain: LocalChain): Promise<string> {
  const deployer = account(0);
  const factory = getCreate2Address(DEPLOYMENT_PROXY, FACTORY_SALT, keccak256(zoneFactoryBytecode));
  await transact(chain, deployer, DEPLOYMENT_PROXY, concat([FACTORY_SALT, zoneFactoryBytecode]));
  const deploy = factoryInterface.encodeFunctionData("deploy", [
    ZONE_NAME,
    validators.map(({ address }) => address),
    QUORUM,
    [3_600, 30 * DAY, 7 * DAY],
    gatewayBytecode,
    custodyBytecode,
  ]);
  const receipt = await transact(chain, deployer, factory, deploy);
  for (const log of receipt.logs) {
    const event = factoryInterface.parseLog(log);
    if (event?.name === "ZoneDeployed") return event.args.gateway;
  }
  throw new Error("the factory deployed nothing");
}

/** Opens the lanes between a gateway and its counterpart. */
export async function openLane(
  chain: LocalChain,
  gateway: string,
  counterpart: LocalChain,
): Promise<void> {
  const domain = {
    name: "Ryugu",
    version: "1",
    chainId: chain.id,
    verifyingContract: gateway,
    salt: zoneId,
  };
  const types = {
    OpenLane: [
      { name: "nonce", type: "uint64" },
      { name: "counterpartChainId", type: "uint64" },
      { name: "counterpartGateway", type: "address" },
    ],
  };
  const act = { nonce: 0, counterpartChainId: counterpart.id, counterpartGateway: gateway };
  const signatures = quorumSignatures(TypedDataEncoder.hash(domain, types, act));
  const data = gatewayInterface.encodeFunctionData("openLane", [
    counterpart.id,
    gateway,
    signatures,
  ]);
  await transact(chain, account(0), gateway, data);
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
