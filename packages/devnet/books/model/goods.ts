import type { Order } from "./order.ts";
import { refuseIf } from "./refusal.ts";
import type { Books } from "./state.ts";
import { type Account, key, type Side } from "./words.ts";

/** Whether the seller has the goods and lets the market move them. */
export function isOffered(books: Books, order: Order): boolean {
  const { owners, approved, units } = books.sides[order.side];
  const { kind, collection, tokenId, seller } = order;
  const token = key(collection, tokenId);
  if (kind === "erc721") return owners.get(token) === seller && approved.has(token);
  if (kind === "voucher") return true;
  return (units.get(key(token, seller)) ?? 0) > 0 && approved.has(key(collection, seller));
}

/** Lets the market move what somebody offers. */
export function approve(books: Books, order: Order): void {
  const { owners, approved } = books.sides[order.side];
  const { kind, collection, tokenId, seller } = order;
  if (kind === "erc721") {
    refuseIf(owners.get(key(collection, tokenId)) !== seller, "ERC721InvalidApprover");
    approved.add(key(collection, tokenId));
  }
  if (kind === "erc1155") approved.add(key(collection, seller));
}

/** Looks whether what was sold can be handed over; `write` does it. */
export function handOver(books: Books, order: Order, recipient: Account, count: number) {
  const here = books.sides[order.side];
  const { kind, collection, tokenId, seller } = order;
  if (kind === "erc721") {
    return {
      tokenId,
      write: () => moveToken(books, order.side, { collection, tokenId }, recipient),
    };
  }
  if (kind === "erc1155") {
    const held = (account: Account) => key(collection, tokenId, account);
    const before = here.units.get(held(seller)) ?? 0;
    refuseIf(before < count, "ERC1155InsufficientBalance");
    const write = () => {
      here.units.set(held(seller), before - count);
      here.units.set(held(recipient), (here.units.get(held(recipient)) ?? 0) + count);
    };
    return { tokenId, write };
  }
  const work = books.stage.collections.find(
    (one) => one.address === collection && one.side === order.side,
  );
  refuseIf(work?.owner !== seller, "VoucherNotSigned");
  const first = (here.minted.get(collection) ?? 0) + 1;
  const write = () => {
    here.minted.set(collection, first + count - 1);
    for (let id = first; id < first + count; id++) {
      here.owners.set(key(collection, id), recipient);
    }
  };
  return { tokenId: BigInt(first), write };
}

/** Moves an ERC-721 token: whoever was allowed to is so no more. */
export function moveToken(
  books: Books,
  side: Side,
  { collection, tokenId }: { collection: Account; tokenId: bigint },
  to: Account,
): void {
  const { owners, approved } = books.sides[side];
  const token = key(collection, tokenId);
  owners.set(token, to);
  if (books.rules.approvalsEnd) approved.delete(token);
}
