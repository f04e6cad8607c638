import { smartAccountAbi, smartAccountBytecode } from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, type Signer } from "ethers";
import { type Address, address } from "../../src/primitives/index.ts";

/** An account that is a contract: it does and signs (ERC-1271) what its owner's key says. */
export interface SmartAccount {
  readonly address: Address;
  /** @param next - zero revokes the owner, and nobody follows */
  setOwner(next: string): Promise<void>;
  /** As the owner, who needs gas. */
  execute(owner: Signer, target: Address, call: string): Promise<void>;
}

export async function deploySmartAccount(by: Signer, owner: string): Promise<SmartAccount> {
  const made = await new ContractFactory(smartAccountAbi, smartAccountBytecode, by).deploy(owner);
  await made.waitForDeployment();
  const account = address(await made.getAddress());
  const as = (signer: Signer) => new Contract(account, smartAccountAbi, signer);
  return {
    address: account,
    async setOwner(next) {
      await (await as(by).getFunction("setOwner")(next)).wait();
    },
    async execute(signer, target, call) {
      await (await as(signer).getFunction("execute")(target, call)).wait();
    },
  };
}
