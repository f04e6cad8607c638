import { Contract, isError, type Signer } from "ethers";
import { type Address, isSameAddress } from "../primitives/index.ts";
import { NotOwnerError } from "./errors.ts";
import { standardOf, type TransferRequest } from "./request.ts";
import { asRefusal } from "./revert.ts";

const ERC721 = [
  "function ownerOf(uint256) view returns (address)",
  "function getApproved(uint256) view returns (address)",
  "function isApprovedForAll(address, address) view returns (bool)",
  "function approve(address, uint256)",
];
const ERC1155 = [
  "function balanceOf(address, uint256) view returns (uint256)",
  "function isApprovedForAll(address, address) view returns (bool)",
  "function setApprovalForAll(address, bool)",
];
const ERC20 = [
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address, address) view returns (uint256)",
  "function approve(address, uint256)",
];

/**
 * Lets the gateway take exactly what is sent, no more; of an ERC-1155 collection, which knows no such approval, everything.
 * Representations need no approval.
 *
 * @returns the gas that the approvals cost
 * @throws NotOwnerError, TransferRefusedError
 */
export async function approveGateway(
  gateway: Contract,
  signer: Signer,
  request: TransferRequest,
  isRepresentation: boolean,
): Promise<bigint> {
  const standard = standardOf(request);
  const approval = { erc721: ofErc721, erc1155: ofErc1155, erc20: ofErc20 }[standard];
  const calls = await approval(signer, request, await gateway.getAddress());
  if (isRepresentation) return 0n;
  let gas = 0n;
  for (const call of await calls()) gas += await transact(call);
  return gas;
}

/** A transaction of an approval, not sent yet. */
type Call = () => Promise<{ wait(): Promise<{ gasUsed: bigint }> }>;
/** Asserts that the sender has what is sent; then tells which approvals are missing. */
type Approval = (
  signer: Signer,
  request: TransferRequest,
  spender: string,
) => Promise<() => Promise<Call[]>>;

const ofErc721: Approval = async (signer, { token, ids }, spender) => {
  const sender = await signer.getAddress();
  const collection = new Contract(token, ERC721, signer);
  await Promise.all(ids.map((id) => assertOwner(collection, token, id, sender)));
  return async () => {
    if (await collection.getFunction("isApprovedForAll")(sender, spender)) return [];
    const approved: string[] = await Promise.all(
      ids.map((id) => collection.getFunction("getApproved")(id)),
    );
    return ids
      .filter((_, i) => !isSameAddress(approved[i] ?? "", spender))
      .map((id) => () => collection.getFunction("approve")(spender, id));
  };
};

const ofErc1155: Approval = async (signer, { token, ids, amounts = [] }, spender) => {
  const sender = await signer.getAddress();
  const collection = new Contract(token, ERC1155, signer);
  const has = (id: bigint) => collection.getFunction("balanceOf")(sender, id);
  await Promise.all(
    ids.map((id, i) => assertBalance(has(id), amounts[i] ?? 0n, token, sender, id)),
  );
  return async () => {
    if (await collection.getFunction("isApprovedForAll")(sender, spender)) return [];
    return [() => collection.getFunction("setApprovalForAll")(spender, true)];
  };
};

const ofErc20: Approval = async (signer, { token, amounts: [amount = 0n] = [] }, spender) => {
  const sender = await signer.getAddress();
  const money = new Contract(token, ERC20, signer);
  await assertBalance(money.getFunction("balanceOf")(sender), amount, token, sender);
  return async () => {
    const allowed: bigint = await money.getFunction("allowance")(sender, spender);
    if (allowed >= amount) return [];
    const approve = (value: bigint) => () => money.getFunction("approve")(spender, value);
    // Some tokens change an allowance only from zero.
    return allowed === 0n ? [approve(amount)] : [approve(0n), approve(amount)];
  };
};

async function assertOwner(
  collection: Contract,
  token: Address,
  id: bigint,
  sender: string,
): Promise<void> {
  const owner: string | undefined = await collection.getFunction("ownerOf")(id).catch(absent);
  if (owner !== undefined && isSameAddress(owner, sender)) return;
  throw new NotOwnerError(
    owner === undefined ? "The token does not exist here." : "The token belongs to somebody else.",
    { details: [`Token: ${token} #${id}`, `Sender: ${sender}`, `Owner: ${owner ?? "nobody"}`] },
  );
}

async function assertBalance(
  asked: Promise<bigint>,
  amount: bigint,
  token: Address,
  sender: string,
  id?: bigint,
): Promise<void> {
  const balance = (await asked.catch(absent)) ?? 0n;
  if (balance >= amount) return;
  throw new NotOwnerError("The sender has less than is to be sent.", {
    details: [
      `Token: ${token}${id === undefined ? "" : ` #${id}`}`,
      `Sender: ${sender}`,
      `Has: ${balance}`,
      `To be sent: ${amount}`,
    ],
  });
}

/** A token that nobody owns makes `ownerOf` revert; a chain that cannot be asked is another matter. */
function absent(error: unknown): undefined {
  if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
  throw error;
}

async function transact(call: Call): Promise<bigint> {
  try {
    return (await (await call()).wait()).gasUsed;
  } catch (error) {
    throw asRefusal(error, "The approval");
  }
}
