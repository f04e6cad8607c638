import { Contract, MaxUint256 } from "ethers";
import type { Account } from "./account.ts";
import type { Stage, StageCollection } from "./stage.ts";

const APPROVALS = [
  "function setApprovalForAll(address, bool)",
  "function approve(address, uint256)",
];

/** Whether somebody lets the gateways take everything of theirs, once; the others let the SDK ask each time. */
export const isTrusting = ({ people }: { people: readonly Account[] }, account: Account): boolean =>
  people.indexOf(account) % 2 === 0;

/** Has the trusting half of the people approve their gateways. */
export async function approveEverything({ accounts, collections }: Stage): Promise<void> {
  const trusting = accounts.people.filter((account) => isTrusting(accounts, account));
  await Promise.all(
    trusting.flatMap((account) => collections.map((collection) => approve(account, collection))),
  );
}

async function approve(
  account: Account,
  { home, token, standard }: StageCollection,
): Promise<void> {
  // The next transaction need not wait for this one's block, only for its place.
  const sent = await account.on(home, (signer) => {
    const contract = new Contract(token, APPROVALS, signer);
    return standard === "erc20"
      ? contract.getFunction("approve")(home.gatewayAddress, MaxUint256)
      : contract.getFunction("setApprovalForAll")(home.gatewayAddress, true);
  });
  await sent.wait();
}
