/** A payee that is a contract cashes out by its owner's key, for as long as that owner stands. */
import { setTimeout as delay } from "node:timers/promises";
import { smartAccountAbi, smartAccountBytecode } from "@ryugu/contracts/artifacts";
import { isEnded, type SignedCashOut, signCashOut } from "@ryugu/sdk/payout";
import { type Address, address, bytes32 } from "@ryugu/sdk/primitives";
import { type Contract, ContractFactory, hexlify, randomBytes, Wallet, ZeroAddress } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCOUNTS } from "./bank-settings.ts";
import { type CashOutProcesses, startCashOutProcesses } from "./cash-out-processes.ts";
import { CashOutWorld } from "./cash-out-world.ts";

const YEN = 10n ** 18n;
const REFUSED = { code: "invalid-cash-out", reason: "signature" };

describe("on a chain", () => {
  let zone: CashOutProcesses;
  let account: Contract;
  let payee: Address;
  const owner = Wallet.createRandom();

  beforeAll(async () => {
    zone = await startCashOutProcesses(undefined, { yenOfContracts: true });
    const factory = new ContractFactory(smartAccountAbi, smartAccountBytecode, zone.yen.runner);
    account = (await (await factory.deploy(owner.address)).waitForDeployment()) as Contract;
    payee = address(await account.getAddress());
    await (await zone.yen.getFunction("mint")(payee, 3_000n * YEN)).wait();
  });
  afterAll(() => zone?.stop());

  const sign = async (yen: bigint): Promise<SignedCashOut> => {
    const { currency, redemption } = await zone.adapter.terms();
    const now = (await zone.provider.getBlock("latest"))?.timestamp ?? 0;
    return await signCashOut(owner, {
      ...{ currency, redemption, payee, account: ACCOUNTS.open, units: yen * YEN },
      idempotencyKey: bytes32(hexlify(randomBytes(32))),
      validBefore: now + 86_400,
    });
  };
  const held = (): Promise<bigint> => zone.yen.getFunction("balanceOf")(payee);
  const setOwner = async (next: string) =>
    (await account.getFunction("setOwner")(next, { gasLimit: 100_000 })).wait();

  test("its tokens are taken by its owner's word, and the money arrives", async () => {
    const { id } = await zone.adapter.request(await sign(1_000n));
    const state = async () => (await zone.adapter.status(id)).state;
    await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe("settled");
    expect(await held()).toBe(2_000n * YEN);
  }, 90_000);

  test("an owner who was revoked gets nothing, and more than there is nobody", async () => {
    const signed = await sign(1_000n);
    await expect(zone.adapter.request(await sign(2_001n))).rejects.toMatchObject(REFUSED);
    await setOwner(ZeroAddress);
    await expect(zone.adapter.request(signed)).rejects.toMatchObject(REFUSED);
    await setOwner(Wallet.createRandom().address);
    await expect(zone.adapter.request(signed)).rejects.toMatchObject(REFUSED);
    await delay(1_000);
    expect(await held()).toBe(2_000n * YEN);
  });
});

test("an owner who is revoked before the tokens are taken has asked in vain: nothing moves", async () => {
  const world = new CashOutWorld();
  const payee = address(`0x${"c0".repeat(20)}`);
  const word = `0x${"5a".repeat(97)}`;
  world.chain.mint(payee, 1_000n * YEN);
  world.chain.contracts.set(payee, word);
  const issuer = world.issuer.forPlatform("minato");
  const { currency, redemption } = await issuer.terms();
  const signed = await signCashOut(
    { signTypedData: async () => word },
    {
      ...{ currency, redemption, payee, account: ACCOUNTS.open, units: 1_000n * YEN },
      idempotencyKey: bytes32(hexlify(randomBytes(32))),
      validBefore: world.time + 600,
    },
  );
  expect(signed.signature).toBe(word);
  const { id, state } = await issuer.request(signed);
  expect(state).toBe("requested");
  world.chain.contracts.set(payee, "0x");
  for (let looks = 0; looks < 50 && !isEnded(await issuer.status(id)); looks++) {
    await world.issuer.step();
    world.pass(60);
  }
  expect(await issuer.status(id)).toMatchObject({ state: "cancelled", reason: "expired" });
  expect(world.chain.balanceOf(payee)).toBe(1_000n * YEN);
  world.close();
});
