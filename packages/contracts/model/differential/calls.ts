import { Interface } from "ethers";
import type { Action } from "../actions.ts";
import type { CouncilAct } from "../council/acts.ts";
import type { Message } from "../message/message.ts";
import type { Signature } from "../message/signature.ts";
import type { SendRequest } from "../send/request.ts";
import type { Leaf } from "../state/chain.ts";
import type { Address, ChainId, Hash } from "../words.ts";
import { type Book, gatewayInterface } from "./book.ts";
import { digestOf } from "./digests.ts";
import { CLASSES, chainNumber, encodeMessage, STANDARDS } from "./encoding.ts";
import { holdingOf, treeOf } from "./holders.ts";
import { NO_HASH } from "./structs.ts";
import { idsAndAmounts, stopped } from "./subjects.ts";
import type { Call } from "./world.ts";

/** What a call needs to be told that the model's action does not say, because a gateway keeps less than the model. */
export interface Known {
  /** The lane that comes from a chain. */
  laneId(origin: ChainId, destination: ChainId): Hash;
  /** A message by its id, with the lane that it was sent over. */
  sent(id: Hash): { readonly laneId: Hash; readonly message: Message } | undefined;
  /** The list that stands at a home for a chain that died. */
  leaves(home: ChainId, dead: ChainId): readonly Leaf[];
}

/** Whoever brings what others signed. */
const BRINGER: Address = "0x0000000000000000000000000000000000000b0b";
const NO_TOKEN_MOVES = "0x";

const tokens = new Interface([
  "function transferFrom(address,address,uint256)",
  "function transfer(address,uint256)",
  "function safeTransferFrom(address,address,uint256)",
  "function safeTransferFrom(address,address,uint256,uint256,bytes)",
  "function passOn(uint64,bytes)",
]);

/** The transaction that an action is. */
export function callOf(book: Book, known: Known, action: Action): Call {
  const { people, gateway } = book;
  const { real } = people;
  const call = (from: Address, name: string, values: readonly unknown[], value = 0n): Call => ({
    ...{ from, to: gateway, value, data: gatewayInterface.encodeFunctionData(name, values) },
  });
  const signed = ({ signer, signed: text }: Signature) => people.sign(signer, digestOf(book, text));
  const all = (signatures: readonly Signature[]) =>
    `0x${signatures.map((s) => signed(s).slice(2)).join("")}`;
  const bytes = (message: Message) => encodeMessage(message, real);
  const signedOr = (given: { expiry: number; signature: Signature } | undefined) =>
    given === undefined ? [0, NO_TOKEN_MOVES] : [given.expiry, signed(given.signature)];
  const { on } = action;
  switch (action.type) {
    case "send": {
      const requests = action.requests.map((request) => requestOf(book, on, request));
      const from = real(action.requests[0]?.sender ?? BRINGER);
      const [only, ...more] = requests;
      return more.length === 0
        ? call(from, "send", [only], action.paid)
        : call(from, "sendMany", [requests], action.paid);
    }
    case "send-by-signature": {
      const { intent, signature, paid } = action;
      const what = [real(intent.sender), intent.nonce, intent.expiry];
      const values = [requestOf(book, on, intent), what, signed(signature), "0x"];
      return call(BRINGER, "sendBySignature", values, paid);
    }
    case "void-nonce":
      return call(real(action.sender), "voidNonce", [action.nonce]);
    case "resend-collection": {
      const { homeToken } = action.collection;
      const standard = STANDARDS[book.standardOf(homeToken)];
      const to = chainNumber(action.destination);
      const values = [to, homeToken, standard, action.sampleId];
      return call(real(action.by), "announce", values, action.paid);
    }
    case "deliver":
      return call(BRINGER, "deliver", [
        ...[known.laneId(action.origin, on), action.first, action.messages.map(bytes)],
        ...[action.tailHashes, all(action.attestations)],
      ]);
    case "claim":
      return call(BRINGER, "claim", [
        ...[known.laneId(action.origin, on), action.checkpointSequence, action.priorHead],
        ...[bytes(action.message), action.tailHashes, all(action.attestations)],
      ]);
    case "retry":
    case "redirect": {
      const sent = known.sent(action.id);
      if (sent === undefined) throw new RangeError(`Nobody sent ${action.id}.`);
      const which = [sent.laneId, action.id, bytes(sent.message)];
      if (action.type === "retry") return call(BRINGER, "retry", which);
      const rest = [real(action.recipient), ...signedOr(action.signed)];
      return call(real(action.by), "redirect", [...which, ...rest]);
    }
    case "rotate": {
      const { to, validFrom } = action.rotation;
      const values = [to.validators.map(real), to.quorum, validFrom, all(action.signatures)];
      return call(BRINGER, "rotate", values);
    }
    case "act": {
      const [name, values] = actCall(book, on, action.act);
      return call(BRINGER, name, [...values, all(action.signatures)]);
    }
    case "pause": {
      const { validator, subject, duration } = action.pause;
      const what = stopped(book, on, subject);
      const signature = action.signature === undefined ? "0x" : signed(action.signature);
      return call(real(action.by), "pause", [real(validator), ...what, duration, signature]);
    }
    case "challenge": {
      const tree = treeOf(book, known.leaves(on, action.counterpart));
      const shown = action.leaves.flatMap((leaf) => [holdingOf(book, leaf), tree.proof(leaf)]);
      const name = action.leaves.length === 1 ? "challengeExcess" : "challengeDouble";
      return call(BRINGER, name, shown);
    }
    case "claim-leaf": {
      const { leaf } = action;
      const proof = treeOf(book, known.leaves(on, leaf.chain)).proof(leaf);
      const rest = [real(action.recipient), ...signedOr(action.signed)];
      return call(real(action.by), "takeOut", [holdingOf(book, leaf), proof, ...rest]);
    }
    case "forge": {
      // Whoever has captured a chain is its custody too, and the gateway believes that.
      const values = [chainNumber(action.destination), bytes(action.message)];
      const data = tokens.encodeFunctionData("passOn", values);
      return { from: book.plan.custody as Address, to: gateway, data };
    }
    case "hand-over":
      return handOver(book, action);
    case "set-uri": {
      const data = new Interface(["function setUri(uint256,string)"]).encodeFunctionData("setUri", [
        ...[action.id, action.uri],
      ]);
      return { from: BRINGER, to: action.token, data };
    }
    default:
      throw new RangeError(`Nothing on a chain is a ${action.type}.`);
  }
}

function requestOf(book: Book, on: ChainId, request: SendRequest): unknown[] {
  const { collection, assets, destination, recipient, refundAccount, deadline } = request;
  const pairs = assets.map(({ id, amount }) => [id, amount] as const);
  const { ids, amounts } = idsAndAmounts(book.standardOf(collection.homeToken), pairs);
  const { real } = book.people;
  return [
    ...[chainNumber(destination), book.tokenOn(on, collection), ids, amounts],
    ...[real(recipient), real(refundAccount), deadline, request.reference],
  ];
}

/** An act's function and its values, without the signatures. */
function actCall(book: Book, on: ChainId, act: CouncilAct): [string, readonly unknown[]] {
  const limit = "cap" in act ? [act.cap, act.windowMinutes] : [];
  switch (act.kind) {
    case "open-lane": {
      const gateway = book.people.real(act.counterpartGateway);
      return ["openLane", [act.epoch, chainNumber(act.counterpart), gateway]];
    }
    case "retire-lane":
      return ["retireLane", [chainNumber(act.counterpart)]];
    case "set-terms":
      return ["setTerms", [chainNumber(act.counterpart), act.fee, act.collector, act.quota]];
    case "set-limit":
      return ["setLimit", [book.tokenOn(on, act.collection), ...limit]];
    case "set-default-limit":
      return ["setDefaultLimit", limit];
    case "list-token":
      return ["listToken", [act.token, CLASSES[act.class], ...limit]];
    case "propose-policy":
      return ["proposePolicy", [book.policy(act.policy)]];
    case "extend-pause":
      return ["extendPause", [...stopped(book, on, act.subject), act.until]];
    case "lift-pause":
      return ["liftPause", stopped(book, on, act.subject)];
    case "halt":
      return ["halt", [act.laneId, act.sequence, act.head]];
    case "re-anchor": {
      const next = act.nextHash === "" ? NO_HASH : act.nextHash;
      const where = [act.laneId, act.commonSequence, act.commonHead, next, act.lostHashes];
      return ["reanchor", where];
    }
    case "propose-wind-down": {
      const { root } = treeOf(book, act.leaves);
      return ["proposeWindDown", [chainNumber(act.counterpart), act.sequence, root, NO_HASH]];
    }
    case "cancel-wind-down":
      return ["cancelWindDown", [chainNumber(act.counterpart)]];
  }
}

/** Plain transfers between people; a vault is asked whether it takes an NFT. */
function handOver(book: Book, action: Extract<Action, { type: "hand-over" }>): Call {
  const { collection, asset, on } = action;
  const [from, to] = [book.people.real(action.from), book.holder(action.to)];
  const token = book.tokenOn(on, collection);
  const standard = book.standardOf(collection.homeToken);
  const pair = [from, to, asset.id];
  const asks = action.to.startsWith("vault");
  const nft = asks ? "safeTransferFrom(address,address,uint256)" : "transferFrom";
  const data = {
    erc721: () => tokens.encodeFunctionData(nft, pair),
    erc1155: () =>
      tokens.encodeFunctionData("safeTransferFrom(address,address,uint256,uint256,bytes)", [
        ...[...pair, asset.amount, "0x"],
      ]),
    erc20: () => tokens.encodeFunctionData("transfer", [to, asset.amount]),
  }[standard]();
  return { from, to: token, data };
}
