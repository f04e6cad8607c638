import { type HDNodeWallet, hexlify, Interface, randomBytes, Wallet } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSignedPurchase, signPurchase, verifyPurchase } from "../../src/market/index.ts";
import { type Address, bytes32, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deploySmartAccount } from "../chain/smart-account.ts";
import { buildSaleWorld, type SaleWorld } from "./sale-world.ts";

const CHAIN = 31_443;
const PRICE = 12_000n;
let chain: TestChain;
let world: SaleWorld;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await buildSaleWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

describe("a smart account", () => {
  /** Has the price, and has allowed the rail to take it. */
  const buyer = async () => {
    const { erc20, sponsor } = world;
    const owner = Wallet.createRandom().connect(chain.provider);
    await (await sponsor.signer.sendTransaction({ to: owner.address, value: 10n ** 17n })).wait();
    const account = await deploySmartAccount(sponsor.signer, owner.address);
    await erc20.fund(account.address, PRICE);
    const allow = new Interface(["function approve(address, uint256)"]);
    const call = allow.encodeFunctionData("approve", [erc20.rail, PRICE]);
    await account.execute(owner, erc20.currency, call);
    return { owner, account };
  };
  const signedBy = async (owner: HDNodeWallet, account: Address) => {
    const { market, seller, collection, erc20, mint } = world;
    const { rail, currency } = erc20;
    const terms = { collection, tokenId: await mint(), rail, currency, price: PRICE };
    const order = await market.offer(seller.signer, terms);
    const signed = await signPurchase(owner, {
      ...{ order, buyer: account, recipient: account, count: 1, agreement: "rail" },
      currency: await market.currencyOf(order),
      ...{ salt: bytes32(hexlify(randomBytes(32))), validBefore: (await world.now()) + 600 },
    });
    const context = { currency: await market.currencyOf(order), now: (await world.now()) + 1 };
    verifyPurchase(signed, order, { ...context, isContract: true });
    return { order, signed: parseSignedPurchase(JSON.parse(JSON.stringify(signed))) };
  };

  test("buys by its owner's word, which a sponsor carries", async () => {
    const { owner, account } = await buyer();
    const { order, signed } = await signedBy(owner, account.address);
    const sale = await world.market.submit(world.sponsor.signer, order, signed);
    expect(sale).toMatchObject({ buyer: account.address, paid: PRICE });
    expect(await world.ownerOf(order.tokenId)).toBe(account.address);
  });

  test("does not by an owner who was revoked", async () => {
    const { owner, account } = await buyer();
    const { order, signed } = await signedBy(owner, account.address);
    await account.setOwner(ZERO_ADDRESS);
    const { market, sponsor, erc20 } = world;
    await expect(market.submit(sponsor.signer, order, signed)).rejects.toMatchObject({
      ...{ code: "payout-refused", reason: "SignatureInvalid" },
    });
    expect(await erc20.spendable(account.address)).toBe(PRICE);
  });
});
