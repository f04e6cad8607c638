import { Interface, TypedDataEncoder, ZeroAddress, ZeroHash } from "ethers";
import {
  creatorCollectionBytecode,
  fixedPriceMarketBytecode,
  testYenBytecode,
} from "../abi/artifacts.ts";
import { creatorCollectionAbi, fixedPriceMarketAbi, testYenAbi } from "../abi/index.ts";
import { GENESIS_TIME, type LocalChain } from "./anvil.ts";
import { account, create, transact } from "./zone.ts";

const OWNER = account(0);
const SELLER = account(4);
const BUYER = account(3);
const SPONSOR = account(1);
const PRICE = 12_000n * 10n ** 18n;
/** More than is spent: who buys keeps holding money, as people do. */
const PURSE = 100n * PRICE;

const market = new Interface(fixedPriceMarketAbi);
const yen = new Interface(testYenAbi);
const art = new Interface(creatorCollectionAbi);

/** The contracts of a sale on one chain. */
interface Stall {
  chain: LocalChain;
  market: string;
  yen: string;
  art: string;
}

/** What a sale costs with two and with sixteen payees who hold money already. */
export async function measureSales(chain: LocalChain): Promise<Record<string, number>> {
  const stall = await deployStall(chain);
  const rows: Record<string, number> = {};
  for (const [name, count] of [
    ["2 shares", 2],
    ["16 shares", 16],
  ] as const) {
    await sell(stall, count);
    const bought = await sell(stall, count);
    rows[`list, ${name}`] = bought.list;
    rows[`buy, ${name}`] = bought.buy;
    rows[`buy by signature, ${name}`] = (await sell(stall, count, true)).buy;
  }
  return rows;
}

async function deployStall(chain: LocalChain): Promise<Stall> {
  const stall = {
    chain,
    market: await create(chain, fixedPriceMarketBytecode, [], []),
    yen: await create(chain, testYenBytecode, ["address"], [OWNER.address]),
    art: await create(
      chain,
      creatorCollectionBytecode,
      ["string", "string", "string", "string", "address", "address", "uint96"],
      ["Art", "ART", "", "https://art.example/", OWNER.address, ZeroAddress, 0],
    ),
  };
  const fill = yen.encodeFunctionData("mint", [BUYER.address, PURSE]);
  await transact(chain, OWNER, stall.yen, fill);
  const allow = yen.encodeFunctionData("approve", [stall.market, PURSE]);
  await transact(chain, BUYER, stall.yen, allow);
  return stall;
}

/** Mints the next token, lists it and sells it: the gas of listing and of buying. */
async function sell(stall: Stall, shareCount: number, signed = false) {
  const { chain } = stall;
  const mint = art.encodeFunctionData("mint", [SELLER.address, ""]);
  const minted = await transact(chain, OWNER, stall.art, mint);
  const tokenId = BigInt(minted.logs[0]?.topics[3] ?? 0);
  const terms = [stall.art, tokenId, stall.yen, PRICE, shares(shareCount)];
  const list = market.encodeFunctionData("list", [terms]);
  const listed = await transact(chain, SELLER, stall.market, list);
  const id = listed.logs[0]?.topics[1] ?? ZeroHash;
  const approve = art.encodeFunctionData("approve", [stall.market, tokenId]);
  await transact(chain, SELLER, stall.art, approve);
  const data = signed
    ? market.encodeFunctionData("buyWithAuthorization", [
        id,
        BUYER.address,
        authorization(stall, id),
      ])
    : market.encodeFunctionData("buy", [id, PRICE, BUYER.address]);
  const bought = await transact(chain, signed ? SPONSOR : BUYER, stall.market, data);
  if (bought.logs.filter((log) => market.parseLog(log)?.name === "SharePaid").length < shareCount) {
    throw new Error("a share was credited: its gas says nothing");
  }
  return { list: Number(listed.gasUsed), buy: Number(bought.gasUsed) };
}

function shares(count: number) {
  const part = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, i) => [
    account(200 + i).address,
    i === count - 1 ? 10_000 - part * i : part,
  ]);
}

/** A payment that the buyer signed for one listing (ERC-3009). */
function authorization({ chain, market: to, yen: verifyingContract }: Stall, id: string) {
  const validBefore = GENESIS_TIME + 700_000;
  const domain = { name: "Test Yen", version: "1", chainId: chain.id, verifyingContract };
  const nonce = TypedDataEncoder.hashStruct(
    "Purchase",
    {
      Purchase: [
        { name: "listingId", type: "bytes32" },
        { name: "recipient", type: "address" },
        { name: "salt", type: "bytes32" },
      ],
    },
    { listingId: id, recipient: BUYER.address, salt: ZeroHash },
  );
  const types = {
    ReceiveWithAuthorization: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "value", type: "uint256" },
      { name: "validAfter", type: "uint256" },
      { name: "validBefore", type: "uint256" },
      { name: "nonce", type: "bytes32" },
    ],
  };
  const message = { from: BUYER.address, to, value: PRICE, validAfter: 0, validBefore, nonce };
  const { v, r, s } = BUYER.signingKey.sign(TypedDataEncoder.hash(domain, types, message));
  return [BUYER.address, 0, validBefore, ZeroHash, v, r, s];
}
