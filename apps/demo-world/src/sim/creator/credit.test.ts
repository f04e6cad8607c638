import { expect, test } from "vitest";
import { readAccount } from "./account.ts";
import { claimCommand } from "./claim-command.ts";
import { creditKey, creditReason, type WaitingCredit } from "./credit.ts";

const place = `0x${"a".repeat(40)}`;
const credit: WaitingCredit = {
  ...{ key: "", chain: "eip155:31002", place, currency: `0x${"c".repeat(40)}` },
  ...{ amount: "5", reason: "blocked" },
};

test("a currency's refusal has a meaning, or is another one", () => {
  expect(creditReason("AccountBlocked")).toBe("blocked");
  expect(creditReason("TransfersPaused")).toBe("paused");
  expect(creditReason("AccountNotRegistered")).toBe("not-registered");
  for (const error of ["", "no reason given", "toString", "Error"]) {
    expect(creditReason(error), error).toBe("other");
  }
});

test("the command asks the chain alone, and no endpoint breaks out of it", () => {
  expect(claimCommand(credit, { rpcUrl: "http://127.0.0.1:8545/x", to: "0x…" })).toBe(
    [
      `ryugu payout credit claim --place ${place} --currency ${credit.currency}`,
      "--to 0x…",
      "--rpc eip155:31002=http://127.0.0.1:8545/x",
    ].join(" \\\n  "),
  );
  const hostile = claimCommand(credit, { rpcUrl: "http://x/';rm -rf ~;'" });
  expect(hostile).toContain(`'eip155:31002=http://x/'\\'';rm -rf ~;'\\'''`);
});

test("an account is read as people type it, and nothing else is", () => {
  expect(readAccount(` #0x${"Ab".repeat(20)} `)).toBe(`0x${"ab".repeat(20)}`);
  for (const wrong of ["", "#", "0x12", `0x${"g".repeat(40)}`, `0x${"a".repeat(41)}`]) {
    expect(readAccount(wrong), wrong).toBeUndefined();
  }
});

test("a credit's name does not depend on how its addresses are written", () => {
  expect(creditKey({ ...credit, place: place.toUpperCase() })).toBe(creditKey(credit));
});
