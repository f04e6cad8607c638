import { address } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cashOutContract } from "../../../sdk/src/payout/cash-out/cash-out.contract.ts";
import { balanceOf } from "../../src/bank/ledger.ts";
import { ACCOUNTS } from "./bank-settings.ts";
import { CashOutWorld } from "./cash-out-world.ts";

let world: CashOutWorld;
beforeAll(() => {
  world = new CashOutWorld();
});
afterAll(() => world.close());

describe("an issuer is a cash-out adapter", () => {
  cashOutContract(() => ({
    adapter: world.issuer.forPlatform("minato"),
    payee: { address: address(world.payee.address), signer: world.payee },
    accounts: ACCOUNTS,
    mint: async (units) => world.chain.mint(address(world.payee.address), units),
    balance: async () => world.chain.balanceOf(address(world.payee.address)),
    // Only the open account is ever paid: what has left the bank has arrived there.
    arrived: async () => -balanceOf(world.bankDatabase, "cash"),
    now: async () => world.time,
    pass: async () => {
      await world.issuer.step();
      world.pass(3);
    },
  }));
});

test("one platform sees nothing of another's", async () => {
  const [event] = await world.issuer.forPlatform("minato").events(0);
  const id = event?.cashOut.id ?? ("" as never);
  const other = world.issuer.forPlatform("garan");
  expect(await other.events(0)).toEqual([]);
  await expect(other.status(id)).rejects.toMatchObject({ code: "cash-out-not-found" });
  await expect(other.cancel(id)).rejects.toMatchObject({ code: "cash-out-not-found" });
});
