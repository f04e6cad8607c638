import { zoneFactoryAbi } from "@ryugu/contracts";
import {
  custodyBytecode,
  DEPLOYMENT_PROXY,
  FACTORY_SALT,
  gatewayBytecode,
  zoneFactoryBytecode,
} from "@ryugu/contracts/artifacts";
import { type Address, address } from "@ryugu/sdk/primitives";
import {
  Contract,
  concat,
  getCreate2Address,
  type Interface,
  keccak256,
  type Signer,
} from "ethers";
import { ZoneDeploymentError } from "../errors.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import { DEADLINES, QUORUM, ZONE_NAME } from "./plan.ts";

/** A zone's contracts on one chain. */
export interface DeployedContracts {
  factory: Address;
  gateway: Address;
  custody: Address;
  /** The block in which they were made. */
  block: number;
}

const SETTINGS = {
  minDeadline: DEADLINES.min,
  maxDeadline: DEADLINES.max,
  defaultDeadline: DEADLINES.default,
};

/**
 * Deploys a zone's contracts on one chain, or finds them there.
 *
 * @throws ZoneDeploymentError
 */
export async function deployContracts(
  deployer: Signer,
  { zoneId, set, setHash }: ZoneGenesis,
): Promise<DeployedContracts> {
  const factory = await deployFactory(deployer);
  const contract = new Contract(factory, zoneFactoryAbi, deployer);
  const [gateway, custody] = await contract.getFunction("addressesOf")(
    zoneId,
    setHash,
    SETTINGS,
    keccak256(gatewayBytecode),
    keccak256(custodyBytecode),
  );
  if (!(await hasCode(deployer, gateway))) {
    const sent = await contract.getFunction("deploy")(
      ZONE_NAME,
      set.validators,
      QUORUM,
      SETTINGS,
      gatewayBytecode,
      custodyBytecode,
    );
    await sent.wait();
  }
  return {
    factory,
    gateway: address(gateway),
    custody: address(custody),
    block: await deploymentBlock(contract, zoneId, setHash),
  };
}

/** Puts the zone factory at its one address, through the deployment proxy that every chain has. */
async function deployFactory(deployer: Signer): Promise<Address> {
  const factory = getCreate2Address(DEPLOYMENT_PROXY, FACTORY_SALT, keccak256(zoneFactoryBytecode));
  if (await hasCode(deployer, factory)) return address(factory);
  const sent = await deployer.sendTransaction({
    to: DEPLOYMENT_PROXY,
    data: concat([FACTORY_SALT, zoneFactoryBytecode]),
  });
  await sent.wait();
  if (await hasCode(deployer, factory)) return address(factory);
  throw new ZoneDeploymentError("The zone factory is not where it should be.", {
    details: [`Expected at: ${factory}`, `Transaction: ${sent.hash}`],
  });
}

async function hasCode({ provider }: Signer, account: string): Promise<boolean> {
  return (await provider?.getCode(account)) !== "0x";
}

async function deploymentBlock(
  factory: Contract,
  zoneId: string,
  setHash: string,
): Promise<number> {
  const topics = (factory.interface as Interface).encodeFilterTopics("ZoneDeployed", [
    zoneId,
    setHash,
  ]);
  const logs = await factory.runner?.provider?.getLogs({
    address: await factory.getAddress(),
    topics,
    fromBlock: 0,
  });
  const block = logs?.[0]?.blockNumber;
  if (block !== undefined) return block;
  throw new ZoneDeploymentError("The chain does not know when the zone was deployed.");
}
