import {
  creatorCollectionAbi,
  erc20RailAbi,
  marketAbi,
  splitFactoryAbi,
  testYenAbi,
} from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  erc20RailBytecode,
  marketBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { type Address, address } from "@ryugu/sdk/primitives";
import {
  Contract,
  ContractFactory,
  hexlify,
  type InterfaceAbi,
  NonceManager,
  randomBytes,
  type Wallet,
  ZeroAddress,
  ZeroHash,
} from "ethers";
import type { TestChain } from "./anvil.ts";

/** Far in the future, in unix seconds. */
const LATER = 4_000_000_000n;

/** What people sell with on one chain. */
export interface TestMarket {
  market: Address;
  rail: Address;
  splitFactory: Address;
}

async function deploy(
  by: NonceManager,
  abi: InterfaceAbi,
  bytecode: string,
  ...values: unknown[]
): Promise<Address> {
  const contract = await new ContractFactory(abi, bytecode, by).deploy(...values);
  await contract.waitForDeployment();
  return address(await contract.getAddress());
}

/** Puts a market, a rail for any ERC-20 and a maker of splits on a chain. */
export async function deployMarket(chain: TestChain, owner: Wallet): Promise<TestMarket> {
  const by = new NonceManager(owner.connect(chain.provider));
  const splitFactory = await deploy(by, splitFactoryAbi, splitFactoryBytecode);
  const rail = await deploy(by, erc20RailAbi, erc20RailBytecode, splitFactory);
  const market = await deploy(by, marketAbi, marketBytecode);
  return { market, rail, splitFactory };
}

/** Yen of an owner, who has some. */
export async function deployYen(chain: TestChain, owner: Wallet, amount: bigint) {
  const by = new NonceManager(owner.connect(chain.provider));
  const yen = await deploy(by, testYenAbi, testYenBytecode, owner.address);
  await (await new Contract(yen, testYenAbi, by).getFunction("mint")(owner.address, amount)).wait();
  return yen;
}

/** A split of these payees' weights. */
export async function makeSplit(
  chain: TestChain,
  splitFactory: Address,
  by: Wallet,
  shares: readonly [payee: string, weight: number][],
): Promise<Address> {
  const factory = new Contract(splitFactory, splitFactoryAbi, by.connect(chain.provider));
  const list = shares.map(([payee, weight]) => ({ payee, weight, nested: false }));
  await (await factory.getFunction("create")(ZeroAddress, list, ZeroHash)).wait();
  return address(await factory.getFunction("splitOf")(ZeroAddress, list, ZeroHash));
}

/** A collection with a royalty, of so many tokens. */
export async function makeWorks(
  chain: TestChain,
  owner: Wallet,
  royalty: { receiver: Address; basisPoints: number },
  count: number,
): Promise<Address> {
  const by = new NonceManager(owner.connect(chain.provider));
  const { receiver, basisPoints } = royalty;
  const texts = ["Works", "WORK", "", "https://works.example/"];
  const values = [...texts, owner.address, receiver, basisPoints];
  const works = await deploy(by, creatorCollectionAbi, creatorCollectionBytecode, ...values);
  const contract = new Contract(works, creatorCollectionAbi, by);
  const uris = new Array(count).fill("");
  await (await contract.getFunction("mintBatch")(owner.address, uris)).wait();
  return works;
}

const words = (text: string) =>
  text.split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { type, name };
  });
const ORDER = {
  Order: words(
    "uint8 kind,address seller,address collection,uint256 tokenId,uint64 quantity,address rail,address currency,uint96 price,address payee,uint16 mostRoyalty,address intermediary,uint16 fee,bytes32 sponsor,address buyer,address policy,bytes32 policyTerms,uint64 validAfter,uint64 validBefore,uint256 counter,bytes32 salt,string uri",
  ),
};
const PAYMENT = {
  Payment: words(
    "address payer,address caller,address currency,uint256 amount,bytes32 purpose,uint256 validAfter,uint256 validBefore,bytes32 salt",
  ),
};

/** Which token is sold, by whom, to whom, for how much. */
export interface TestSale {
  seller: Wallet;
  buyer: Wallet;
  collection: Address;
  tokenId: bigint;
  currency: Address;
  price: bigint;
}

const ERC20 = ["function approve(address,uint256)"];
const ERC721 = ["function approve(address,uint256)"];

/** Sells a token as people do: a signed order, a signed payment. The buyer pays the gas. */
export async function sell(chain: TestChain, at: TestMarket, sale: TestSale): Promise<void> {
  const { seller, buyer, collection, tokenId, currency, price } = sale;
  const { provider } = chain;
  const domain = (name: string, verifyingContract: Address) => ({
    name,
    version: "1",
    chainId: chain.id,
    verifyingContract,
  });
  const order = {
    kind: 0,
    seller: seller.address,
    collection,
    tokenId,
    quantity: 1n,
    rail: at.rail,
    currency,
    price,
    payee: seller.address,
    mostRoyalty: 1_000,
    intermediary: ZeroAddress,
    fee: 0,
    sponsor: ZeroHash,
    buyer: ZeroAddress,
    policy: ZeroAddress,
    policyTerms: ZeroHash,
    validAfter: 0n,
    validBefore: LATER,
    counter: 0n,
    salt: hexlify(randomBytes(32)),
    uri: "",
  };
  const signature = await seller.signTypedData(domain("Ryugu Market", at.market), ORDER, order);
  const goods = new Contract(collection, ERC721, seller.connect(provider));
  await (await goods.getFunction("approve")(at.market, tokenId)).wait();
  const money = new Contract(currency, ERC20, buyer.connect(provider));
  await (await money.getFunction("approve")(at.rail, price)).wait();

  const market = new Contract(at.market, marketAbi, buyer.connect(provider));
  const purchase = { buyer: buyer.address, recipient: buyer.address, count: 1n };
  const orderHash = await market.getFunction("orderHash")(order);
  const purpose = await market.getFunction("purchasePurpose")(orderHash, purchase);
  const word = { validAfter: 0n, validBefore: LATER, salt: hexlify(randomBytes(32)) };
  const payment = { payer: buyer.address, caller: at.market, currency, amount: price, purpose };
  const agreed = await buyer.signTypedData(domain("Ryugu Payout", at.rail), PAYMENT, {
    ...payment,
    ...word,
  });
  const authorization = { agreement: 2, ...word, signature: agreed };
  await (await market.getFunction("buy")(order, signature, purchase, authorization)).wait();
}
