import { type HDNodeWallet, Interface, TypedDataEncoder, toBeHex, ZeroAddress } from "ethers";
import {
  creatorCollectionBytecode,
  erc20RailBytecode,
  marketBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "../abi/artifacts.ts";
import {
  creatorCollectionAbi,
  erc20RailAbi,
  marketAbi,
  splitFactoryAbi,
  testYenAbi,
} from "../abi/index.ts";
import { GENESIS_TIME, type LocalChain } from "./anvil.ts";
import { account, create, transact } from "./zone.ts";

const OWNER = account(0);
const SPONSOR = account(1);
const BUYER = account(3);
const SELLER = account(4);
const SINGER = account(200);
const PRICE = 12_000n * 10n ** 18n;
const END = GENESIS_TIME + 700_000;
/** An order says how the token is delivered by number. */
const ERC721 = 0;
const VOUCHER = 2;

const market = new Interface(marketAbi);
const rail = new Interface(erc20RailAbi);
const yen = new Interface(testYenAbi);
const art = new Interface(creatorCollectionAbi);
const factory = new Interface(splitFactoryAbi);

/** The contracts of a sale on one chain. */
interface Shop {
  chain: LocalChain;
  market: string;
  rail: string;
  yen: string;
  art: string;
}

/** What a sale by a signed order costs who pays its gas, for payees who hold money already. */
export async function measureOrders(chain: LocalChain): Promise<Record<string, number>> {
  const splits = await create(chain, splitFactoryBytecode, [], []);
  const three = await splitOfThree(chain, splits);
  const shop = {
    chain,
    market: await create(chain, marketBytecode, [], []),
    rail: await create(chain, erc20RailBytecode, ["address"], [splits]),
    yen: await create(chain, testYenBytecode, ["address"], [OWNER.address]),
  };
  const fill = yen.encodeFunctionData("mint", [BUYER.address, 100n * PRICE]);
  await transact(chain, OWNER, shop.yen, fill);
  const none = { ...shop, art: await collection(chain, ZeroAddress) };
  const one = { ...shop, art: await collection(chain, SINGER.address) };
  const split = { ...shop, art: await collection(chain, three) };
  return {
    "buy by order, seller alone": await sellTwice(none, ERC721),
    "buy by order, seller and royalty": await sellTwice(one, ERC721),
    "buy by order, royalty to a split of three": await sellTwice(split, ERC721),
    "buy a voucher": await sellTwice(none, VOUCHER),
    "yen moved by authorization": await moveTwice(one),
  };
}

async function splitOfThree(chain: LocalChain, splits: string): Promise<string> {
  const shares = [200, 201, 202].map((n) => [account(n).address, n, false]);
  const data = factory.encodeFunctionData("create", [ZeroAddress, shares, toBeHex(0, 32)]);
  const { logs } = await transact(chain, OWNER, splits, data);
  const event = logs[0] && factory.parseLog(logs[0]);
  return String(event?.args.split);
}

function collection(chain: LocalChain, royaltyReceiver: string): Promise<string> {
  return create(
    chain,
    creatorCollectionBytecode,
    ["string", "string", "string", "string", "address", "address", "uint96"],
    ["Art", "ART", "", "https://art.example/", SELLER.address, royaltyReceiver, 1_000],
  );
}

/** The second time, when everybody has been paid before. */
async function sellTwice(shop: Shop, kind: number): Promise<number> {
  await run(shop, SELLER, shop.art, art, "setMarket", [shop.market, true]);
  await sell(shop, kind);
  return await sell(shop, kind);
}

let sales = 0;

async function sell(shop: Shop, kind: number): Promise<number> {
  const tokenId = kind === ERC721 ? await mint(shop) : 0n;
  const order = { ...TERMS, kind, tokenId, uri: kind === VOUCHER ? "work" : "", ...at(shop) };
  order.salt = toBeHex(++sales, 32);
  const domain = { name: "Ryugu Market", version: "1", ...here(shop, shop.market) };
  const hash = TypedDataEncoder.hash(domain, ORDER, order);
  const purchase = { orderHash: hash, buyer: BUYER.address, recipient: BUYER.address, count: 1 };
  const purpose = TypedDataEncoder.hashStruct("Purchase", PURCHASE, purchase);
  const nonce = { caller: shop.market, purpose, salt: toBeHex(0, 32) };
  const signature = SELLER.signingKey.sign(hash).serialized;
  const word = [1, 0, END, nonce.salt, payment(shop, nonce)];
  const { gasUsed, logs } = await run(shop, SPONSOR, shop.market, market, "buy", [
    order,
    signature,
    purchase,
    word,
  ]);
  if (logs.some((log) => rail.parseLog(log)?.name === "ShareCredited"))
    throw new Error("a payee was credited: its gas says nothing");
  return Number(gasUsed);
}

async function mint(shop: Shop): Promise<bigint> {
  const { logs } = await run(shop, SELLER, shop.art, art, "mint", [SELLER.address, ""]);
  const tokenId = BigInt(logs[0]?.topics[3] ?? 0);
  await run(shop, SELLER, shop.art, art, "approve", [shop.market, tokenId]);
  return tokenId;
}

/** What a relayed transfer costs, without any sale; the second time. */
async function moveTwice(shop: Shop): Promise<number> {
  let gas = 0;
  for (const n of [1, 2]) {
    const message = {
      ...{ from: BUYER.address, to: SINGER.address, value: PRICE },
      ...{ validAfter: 0, validBefore: END, nonce: toBeHex(n, 32) },
    };
    const { v, r, s } = BUYER.signingKey.sign(
      TypedDataEncoder.hash(money(shop), { TransferWithAuthorization: AUTHORIZATION }, message),
    );
    const args = [...Object.values(message), v, r, s];
    gas = Number(
      (await run(shop, SPONSOR, shop.yen, yen, "transferWithAuthorization", args)).gasUsed,
    );
  }
  return gas;
}

/** The buyer's payment to the rail (ERC-3009). */
function payment(shop: Shop, nonce: object): string {
  const message = {
    ...{ from: BUYER.address, to: shop.rail, value: PRICE, validAfter: 0, validBefore: END },
    nonce: TypedDataEncoder.hashStruct("AuthorizationNonce", NONCE, nonce),
  };
  const digest = TypedDataEncoder.hash(
    money(shop),
    { ReceiveWithAuthorization: AUTHORIZATION },
    message,
  );
  return BUYER.signingKey.sign(digest).serialized;
}

const here = ({ chain }: Shop, verifyingContract: string) => ({
  chainId: chain.id,
  verifyingContract,
});
const money = (shop: Shop) => ({ name: "Test Yen", version: "1", ...here(shop, shop.yen) });
const at = (shop: Shop) => ({ collection: shop.art, rail: shop.rail, currency: shop.yen });

function run(
  { chain }: Shop,
  from: HDNodeWallet,
  to: string,
  of: Interface,
  name: string,
  args: readonly unknown[],
) {
  return transact(chain, from, to, of.encodeFunctionData(name, args));
}

const TERMS = {
  ...{ seller: SELLER.address, quantity: 1, price: PRICE, payee: SELLER.address },
  ...{ mostRoyalty: 1_000, intermediary: ZeroAddress, fee: 0, sponsor: toBeHex(0, 32) },
  ...{ buyer: ZeroAddress, policy: ZeroAddress, policyTerms: toBeHex(0, 32) },
  ...{ validAfter: 0, validBefore: END, counter: 0, salt: toBeHex(0, 32) },
};

/** Fields by type, in the standard's notation: `address from,uint256 value`. */
function fields(text: string) {
  return text.split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { name, type };
  });
}

const ORDER = {
  Order: fields(
    "uint8 kind,address seller,address collection,uint256 tokenId,uint64 quantity,address rail,address currency,uint96 price,address payee,uint16 mostRoyalty,address intermediary,uint16 fee,bytes32 sponsor,address buyer,address policy,bytes32 policyTerms,uint64 validAfter,uint64 validBefore,uint256 counter,bytes32 salt,string uri",
  ),
};
const PURCHASE = {
  Purchase: fields("bytes32 orderHash,address buyer,address recipient,uint64 count"),
};
const NONCE = { AuthorizationNonce: fields("address caller,bytes32 purpose,bytes32 salt") };
const AUTHORIZATION = fields(
  "address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce",
);
