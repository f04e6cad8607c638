import { royaltyRouterAbi, splitAbi } from "@ryugu/contracts";
import {
  type ContractLocation,
  changeShares,
  claimCredit,
  claimCreditFor,
  claimTypedData,
  createSplit,
  distribute,
  submitClaim,
} from "@ryugu/sdk/payout";
import { type Address, address, type Hex } from "@ryugu/sdk/primitives";
import { Contract, type Wallet } from "ethers";
import { wordOf } from "../facts/place.ts";
import type { Action } from "../model/action.ts";
import { across, type Side } from "../model/words.ts";
import { Orders } from "./orders.ts";
import { reasonOf } from "./reason.ts";
import { SENT_BEFORE, type World } from "./world.ts";

const GOODS = [
  "function approve(address, uint256)",
  "function setApprovalForAll(address, bool)",
  "function transfer(address, uint256)",
];
const STATUS = { open: 1, frozen: 2 } as const;

/** What came of an action on its chain. */
export type ChainOutcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly reason: string };

/** Everybody's hands on the chains: what the model does, they do by the SDK, and by the contracts where it has no word for it. */
export class Hands {
  readonly #world: World;
  readonly orders: Orders;
  #fundings = 0;

  constructor(world: World) {
    this.#world = world;
    this.orders = new Orders(world);
  }

  async do(action: Action): Promise<ChainOutcome> {
    try {
      await this.#carryOut(action);
      return { isDone: true };
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      return { isDone: false, reason };
    }
  }

  async #carryOut(action: Action): Promise<unknown> {
    switch (action.kind) {
      case "buy": {
        const { order, purchase } = action;
        const signed = await this.orders.signed(order);
        const word = await this.orders.purchase(order, purchase);
        return this.orders.markets[order.side].submit(this.#relayer(order.side), signed, word);
      }
      case "refund": {
        const { order, refund } = action;
        const given = { buyer: refund.buyer as Address, count: refund.count };
        const payer = this.#key(order.side, refund.payer);
        const signed = await this.orders.signed(order);
        return this.orders.markets[order.side].refund(payer, signed, given);
      }
      case "cancel": {
        const { order } = action;
        const seller = this.#key(order.side, order.seller);
        return this.orders.markets[order.side].cancel(seller, await this.orders.signed(order));
      }
      case "cancel all":
        return this.orders.markets[action.side].cancelAll(this.#key(action.side, action.seller));
      case "approve": {
        const { side, kind, collection, seller, tokenId } = action.order;
        const { market } = this.#world.stage.sides[side];
        const goods = new Contract(collection, GOODS, this.#key(side, seller));
        return kind === "erc721"
          ? call(goods, "approve", market, tokenId)
          : call(goods, "setApprovalForAll", market, true);
      }
      case "give": {
        const token = new Contract(action.token, GOODS, this.#key(action.side, action.from));
        return call(token, "transfer", action.split, action.amount);
      }
      default:
        return this.#passOn(action);
    }
  }

  async #passOn(action: Action): Promise<unknown> {
    switch (action.kind) {
      case "claim": {
        const { side, place, currency, payee, to } = action.claim;
        const at = this.#at(side, place);
        const money = { currency: currency as Address };
        if (action.by === "anyone") {
          return claimCreditFor(at, this.#relayer(side), { ...money, payee: payee as Address });
        }
        return claimCredit(at, this.#key(side, payee), { ...money, to: to as Address });
      }
      case "signed claim": {
        const { side, place, isSigned, payee, currency, to, nonce, deadline } = action.claim;
        const at = this.#at(side, place);
        const order = {
          ...{ chain: at.chain, place: at.address, payee: payee as Address, nonce, deadline },
          ...{ currency: currency as Address, to: to as Address },
        };
        const { domain, types, message } = claimTypedData(order);
        const signer = isSigned ? this.orders.keyOf(payee) : this.#world.keys.relayer;
        const signature = (await signer.signTypedData(domain, types, message)) as Hex;
        return submitClaim(at, this.#relayer(side), { ...order, signature });
      }
      case "distribute": {
        const { side, split, token, most } = action.division;
        const at = this.#at(side, split);
        if (most === undefined) return distribute(at, this.#relayer(side), token as Address);
        const contract = new Contract(split, splitAbi, this.#relayer(side));
        return call(contract, "distributePart", token, most);
      }
      case "make split":
        return this.#makeSplit(action.side, action.split);
      case "set shares": {
        const shares = action.shares.map((share) => ({ ...share, payee: address(share.payee) }));
        const by = this.#key(action.side, action.by);
        return changeShares(this.#at(action.side, action.split), by, shares);
      }
      case "forward": {
        const by = this.#relayer(action.side);
        return call(new Contract(action.router, royaltyRouterAbi, by), "forward", action.token);
      }
      case "deliver": {
        const args = await this.#world.zone.delivery(action.from);
        return call(this.#gateway(across(action.from)), "deliver", ...args);
      }
      case "retry": {
        const sent = await this.#world.zone.sent(action.from);
        const one = sent.filter(({ isTransfer }) => isTransfer)[SENT_BEFORE + action.index];
        const lane = this.#world.zone.laneFrom(action.from);
        return call(this.#gateway(across(action.from)), "retry", lane, one?.id, one?.message);
      }
      default:
        return this.#issue(action);
    }
  }

  /** What issuers and people of the ledger do. */
  async #issue(action: Action): Promise<unknown> {
    const { issuer } = this.#world.keys;
    switch (action.kind) {
      case "mint":
        return call(this.#world.deployed[action.side].yen, "mint", action.to, action.amount);
      case "block":
        return call(this.#world.deployed[action.side].yen, "setBlocked", action.account, action.on);
      case "pause":
        return call(this.#world.deployed[action.side].yen, "setPaused", action.on);
      case "status":
        return this.#ledger(
          action.side,
          issuer,
          "setStatus",
          action.account,
          STATUS[action.status],
        );
      case "top up": {
        const funding = wordOf(`funding ${this.#fundings++}`);
        return this.#ledger(action.side, issuer, "topUp", action.account, action.amount, funding);
      }
      case "ask settlement": {
        const account = this.orders.keyOf(action.account);
        return this.#ledger(action.side, account, "requestSettlement", action.amount);
      }
      case "end settlement": {
        const name = action.isPaid ? "confirmSettlement" : "refuseSettlement";
        return this.#ledger(action.side, issuer, name, action.id, wordOf("bank"));
      }
      default:
        throw new RangeError(`Nobody knows how to ${action.kind}.`);
    }
  }

  #makeSplit(side: Side, split: string) {
    const found = this.#world.stage.splits.find((one) => one.address === split);
    const name = this.#world.splitNames.get(split);
    if (found === undefined || name === undefined) throw new RangeError(`No split ${split}.`);
    const shares = found.shares.map((share) => ({ ...share, payee: address(share.payee) }));
    const owner = found.owner === undefined ? {} : { owner: address(found.owner) };
    const factory = this.#at(side, this.#world.deployed[side].factory);
    return createSplit(factory, this.#relayer(side), { shares, salt: wordOf(name), ...owner });
  }

  #at(side: Side, account: string): ContractLocation {
    const { id, provider } = this.#world.chains[side];
    return { chain: id, address: account as Address, provider };
  }

  #ledger(side: Side, by: Wallet, name: string, ...args: unknown[]): Promise<unknown> {
    const { ledger } = this.#world.deployed[side];
    const signer = by.connect(this.#world.chains[side].provider);
    return call(ledger.connect(signer) as Contract, name, ...args);
  }

  #gateway = (side: Side): Contract => this.#world.zone.gatewayOn(side);
  #relayer = (side: Side): Wallet =>
    this.#world.keys.relayer.connect(this.#world.chains[side].provider);
  #key = (side: Side, account: string): Wallet =>
    this.orders.keyOf(account).connect(this.#world.chains[side].provider);
}

async function call(contract: Contract, name: string, ...args: unknown[]): Promise<void> {
  await (await contract.getFunction(name)(...args)).wait();
}
