import { creatorCollectionAbi, fixedPriceMarketAbi, testYenAbi } from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  fixedPriceMarketBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, type InterfaceAbi, type Signer, ZeroAddress } from "ethers";
import { fixedPriceMarket } from "../../src/payout/index.ts";
import type { MarketplaceFixture, Person } from "../../src/payout/marketplace.contract.ts";
import { type Address, address, chainId } from "../../src/primitives/index.ts";
import type { TestChain } from "./anvil.ts";

/** A market, a collection and money on a chain, with people around them. */
export async function deployMarketWorld(chain: TestChain): Promise<MarketplaceFixture> {
  const owner = await person(chain, 0);
  const art = await deploy(owner.signer, creatorCollectionAbi, creatorCollectionBytecode, [
    ...["Art", "ART", "", "https://art.example/"],
    ...[owner.address, ZeroAddress, 0],
  ]);
  const yen = await deploy(owner.signer, testYenAbi, testYenBytecode, [owner.address]);
  const sales = await deploy(owner.signer, fixedPriceMarketAbi, fixedPriceMarketBytecode, []);
  const [seller, buyer, sponsor, artist, poet] = await Promise.all([
    person(chain, 1),
    person(chain, 2),
    person(chain, 3),
    person(chain, 4),
    person(chain, 5),
  ]);
  const at = async (contract: Contract) => address(await contract.getAddress());
  const send = async (contract: Contract, name: string, ...args: unknown[]) => {
    await (await contract.getFunction(name)(...args)).wait();
  };
  const market = await at(sales);
  const { provider } = chain;
  return {
    market: fixedPriceMarket({ chain: chainId(chain.number), address: market, provider }),
    currency: await at(yen),
    collection: await at(art),
    ...{ seller, buyer, sponsor, artist, poet },
    async mintToken(to) {
      await send(art, "mint", to, "");
      return await art.getFunction("totalMinted")();
    },
    mintMoney: (to, amount) => send(yen, "mint", to, amount),
    setBlocked: (account, blocked) => send(yen, "setBlocked", account, blocked),
    balanceOf: (account) => yen.getFunction("balanceOf")(account),
    allowance: (account) => yen.getFunction("allowance")(account, market),
    ownerOf: async (tokenId) => address(await art.getFunction("ownerOf")(tokenId)),
    giveAway: (from, to, tokenId) =>
      send(art.connect(from.signer) as Contract, "transferFrom", from.address, to, tokenId),
    now: async () => (await provider.getBlock("latest"))?.timestamp ?? 0,
  };
}

async function person(chain: TestChain, n: number): Promise<Person> {
  const signer = chain.signer(n);
  return { address: address(await signer.getAddress()) as Address, signer };
}

async function deploy(
  signer: Signer,
  abi: InterfaceAbi,
  bytecode: string,
  args: unknown[],
): Promise<Contract> {
  const made = await new ContractFactory(abi, bytecode, signer).deploy(...args);
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), abi, signer);
}
