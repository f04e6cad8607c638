import { Interface, type Result } from "ethers";
import * as abis from "../../abi/index.ts";
import type { Event } from "../events.ts";
import type { RefusalName } from "../refusal.ts";
import type { Outcome } from "../step.ts";
import type { Address, ChainId, Hash } from "../words.ts";
import { type Book, gatewayInterface } from "./book.ts";
import { chainNumber, encodeMessage } from "./encoding.ts";
import { leafFrom, leafHash } from "./holders.ts";
import { stopped } from "./subjects.ts";
import type { Log, Receipt } from "./world.ts";

/** Outcomes as lines that can be compared: what happened, in order, or why nothing did. */
export type Lines = readonly string[];

const STRANGERS = [
  ...["error Failing()", "error Locked(uint256)", "error Blocked(address)"],
  ...[
    "error ERC721NonexistentToken(uint256)",
    "error ERC721IncorrectOwner(address,uint256,address)",
  ],
  ...["error ERC1155InsufficientBalance(address,uint256,uint256,uint256)"],
  ...["error ERC1155InvalidReceiver(address)", "error ERC721InvalidReceiver(address)"],
  ...["error ERC20InsufficientBalance(address,uint256,uint256)"],
  ...[
    "error InsufficientBalance()",
    "error TokenDoesNotExist()",
    "error TransferFromIncorrectOwner()",
  ],
  ...["error TransferToNonERC721ReceiverImplementer()"],
];
const interfaces = [...Object.values(abis), STRANGERS].map((abi) => new Interface(abi));

/** What a contract calls each of the model's refusals. */
const ERRORS: Readonly<Record<RefusalName, readonly string[]>> = {
  LaneNotOpen: ["LaneNotOpen", "LaneUnknown"],
  LaneAlreadyOpen: ["CounterpartInvalid"],
  LanePaused: ["LaneIsPaused"],
  LaneHalted: ["LaneIsHalted"],
  LaneNotHalted: ["NoticeNotOver"],
  LaneRetired: ["LaneIsRetired"],
  LaneClosed: ["LaneIsClosed"],
  SequenceGap: ["SequenceGap"],
  NothingToDeliver: ["NothingToDeliver"],
  AlreadyConsumed: ["AlreadyConsumed"],
  MessageInvalid: ["MessageMisdirected"],
  QuorumMissing: [
    ...["SignatureCountWrong", "SignatureInvalid", "SignaturesUnordered", "SignerNotValidator"],
  ],
  NotParked: ["NotParked"],
  NotEntitled: ["NotEntitled"],
  SignatureInvalid: ["SignatureWrong"],
  Expired: ["IntentExpired"],
  AssetCount: ["AssetCountInvalid", "AmountsInvalid"],
  AmountInvalid: ["AmountsInvalid"],
  AccountZero: ["RecipientMissing", "RecipientInvalid"],
  ReferenceTooLong: ["ReferenceTooLong"],
  DeadlineOutOfBounds: ["DeadlineOutOfBounds"],
  DestinationInvalid: ["LaneNotOpen", "CounterpartInvalid"],
  TokenUnknown: ["NotAHomeCollection", "TokenInvalid"],
  FeeWrong: ["FeeWrong"],
  QuotaSpent: ["QuotaSpent"],
  NonceUsed: ["NonceUsed"],
  AmountOverLimit: ["AmountOverLimit"],
  UriTooLong: ["UriTooLong", "UrisTooLong"],
  RecordsExhausted: ["RecordsExhausted"],
  CollectionUnknown: ["CollectionUnknown"],
  TokenNotListed: ["TokenNotListed"],
  ClassRefused: ["ClassRefused"],
  FungibleLike: ["TokenFungibleLike"],
  PolicyRefused: ["PolicyRefused"],
  LimitReached: ["LimitReached"],
  CollectionQuarantined: ["CollectionQuarantined"],
  NotHeld: [
    ...["NotTheOwner", "InsufficientBalance", "TransferFromIncorrectOwner", "TokenDoesNotExist"],
    ...["ERC721IncorrectOwner", "ERC721NonexistentToken", "TokenNotReceived"],
    ...["ERC1155InsufficientBalance", "ERC20InsufficientBalance"],
  ],
  VaultShort: [
    ...["ERC721IncorrectOwner", "ERC721NonexistentToken", "TokenNotReleased"],
    ...["ERC1155InsufficientBalance", "ERC20InsufficientBalance"],
  ],
  AlreadyMinted: ["TokenExists"],
  TokenFailed: ["Failing", "Locked"],
  AccountBlocked: ["Blocked"],
  ReceivedLess: ["AmountNotReceived", "AmountNotReleased"],
  RecipientRefuses: ["ERC1155InvalidReceiver", "ERC721InvalidReceiver"],
  // A gateway takes the nonce that comes next for the one that was signed.
  NonceWrong: ["SignerNotValidator", "SignaturesUnordered", "SignatureInvalid"],
  EpochWrong: ["EpochWrong"],
  RotationPending: ["RotationPending"],
  RotationTooFarAhead: ["ValidFromTooLate"],
  SetInvalid: ["ValidatorSetInvalid"],
  ActOutOfBounds: ["ActOutOfBounds"],
  NotAValidator: ["NotAValidator"],
  PauseBudgetSpent: ["PauseBudgetSpent"],
  NoticeNotOver: ["NoticeNotOver"],
  ForkMismatch: ["ForkUnproven"],
  NotAllDelivered: ["DeliveryIncomplete"],
  NoWindDown: ["WindDownWrong"],
  WindDownStands: ["WindDownWrong"],
  LeafUnknown: ["HoldingUnproven"],
  LeafClaimed: ["HoldingTaken"],
  ChallengeFails: ["ChallengeUnproven"],
};

/** An error's name, or the bytes of one that nobody knows. */
export function errorName(revert: string): string {
  for (const known of interfaces) {
    const error = revert.length >= 10 ? known.getError(revert.slice(0, 10)) : null;
    if (error !== null) return error.name;
  }
  return `unknown ${revert.slice(0, 74)}`;
}

/** The model's refusal, under the contracts' name for it where that is one of those it may have. */
export function alignRefusal(refusal: string, actual: string): string {
  const names = ERRORS[refusal as RefusalName];
  const alike = names?.some((name) => name.toLowerCase() === actual.toLowerCase());
  return alike ? actual : `${refusal} (${names?.join(" or ")})`;
}

/** What happened on a chain. */
export function linesOfReceipt(book: Book, { done, logs, revert }: Receipt): Lines {
  if (!done) return [`refused: ${errorName(revert)}`];
  const own = logs.filter(({ address }) => address.toLowerCase() === book.gateway);
  return ["done", ...own.map((log) => lineOfLog(book, log))];
}

function lineOfLog({ plan }: Book, { topics, data }: Log): string {
  const log = gatewayInterface.parseLog({ topics: [...topics], data });
  if (log === null) return `unknown event ${topics[0]} at ${plan.gateway}`;
  const fields = FIELDS[log.name];
  return line(log.name, fields === undefined ? ["?"] : fields(log.args));
}

const line = (name: string, fields: readonly unknown[]): string =>
  [name, ...fields.map((field) => String(field).toLowerCase())].join(" ");

/** The fields that the model has too. */
const FIELDS: Readonly<Record<string, (args: Result) => unknown[]>> = {
  MessageSent: (a) => [a.laneId, a.sequence, a.messageId, a.message],
  MessagesDelivered: (a) => [a.laneId, a.last, a.head],
  MessageClaimed: (a) => [a.laneId, a.sequence, a.messageId],
  MessageParked: (a) => [a.messageId, errorName(a.reason)],
  MessageRetried: (a) => [a.messageId],
  MessageRedirected: (a) => [a.messageId, a.recipient],
  MessageReturned: (a) => [a.messageId, a.returnId],
  NonceVoided: (a) => [a.sender, a.nonce],
  ValidatorsRotated: (a) => [a.epoch, a.validFrom],
  LaneOpened: (a) => [a[0]],
  LaneRetired: (a) => [a[0]],
  TermsChanged: (a) => [a[0]],
  LimitChanged: (a) => [a.token],
  TokenListed: (a) => [a.token],
  PolicyProposed: (a) => [a.policy, a.validFrom],
  Paused: (a) => [a[0], a.token, a.until],
  LaneHalted: (a) => [a.laneId],
  LaneReAnchored: (a) => [a.laneId],
  WindDownProposed: (a) => [a.chainId],
  WindDownCancelled: (a) => [a.chainId],
  HoldingStruck: (a) => [a.chainId, a.leaf],
  HoldingReleased: (a) => [a.chainId, a.leaf, a.recipient],
};

/** What happened in the model. */
export function linesOfOutcome(book: Book, on: ChainId, outcome: Outcome): Lines {
  if (!outcome.done) return [`refused: ${outcome.refusal}`];
  return ["done", ...outcome.events.flatMap((event) => lineOfEvent(book, on, event))];
}

function lineOfEvent(book: Book, on: ChainId, event: Event): readonly string[] {
  const { real } = book.people;
  const leaf = (name: string): Hash => leafHash(book, leafFrom(name));
  switch (event.name) {
    case "MessageSent": {
      const bytes = encodeMessage(event.message, real);
      return [line(event.name, [event.laneId, event.sequence, event.id, bytes])];
    }
    case "MessagesDelivered":
      return [line(event.name, [event.laneId, event.sequence, event.head])];
    case "MessageClaimed":
      return [line(event.name, [event.laneId, event.sequence, event.id])];
    case "MessageParked":
      return [`${line(event.name, [event.id])} ${event.reason.split(":")[0]}`];
    case "MessageRetried":
      return [line(event.name, [event.id])];
    case "MessageRedirected":
      return [line(event.name, [event.id, real(event.recipient)])];
    case "MessageReturned":
      return [line(event.name, [event.id, event.returnId])];
    case "NonceVoided":
      return [line(event.name, [real(event.sender), event.nonce])];
    case "Rotated":
      return [line("ValidatorsRotated", [event.epoch, event.validFrom])];
    case "TermsSet":
      return [line("TermsChanged", [chainNumber(event.counterpart)])];
    case "LimitSet": {
      const [homeChain, homeToken] = event.collection.split("/") as [ChainId, Address];
      return [line("LimitChanged", [book.tokenOn(on, { homeChain, homeToken })])];
    }
    case "DefaultLimitSet":
      return [line("LimitChanged", [book.policy("none")])];
    case "TokenListed":
      return [line(event.name, [event.token])];
    case "PolicyProposed":
      return [line(event.name, [book.policy(event.policy), event.validFrom])];
    case "Paused":
      return [line(event.name, [...stopped(book, on, event.subject), event.until])];
    case "LaneHalted":
    case "LaneReAnchored":
      return [line(event.name, [event.laneId])];
    case "HoldingStruck":
      return [line(event.name, [chainNumber(event.counterpart), leaf(event.leaf)])];
    case "HoldingClaimed":
      return [
        line("HoldingReleased", [
          ...[chainNumber(event.counterpart), leaf(event.leaf), real(event.recipient)],
        ]),
      ];
    case "TokenMoved":
      return [];
    default:
      return [line(event.name, [chainNumber(event.counterpart)])];
  }
}

/** Names reasons and refusals of the model as the chain did, where both mean the same. */
export function align(expected: Lines, actual: Lines): Lines {
  return expected.map((line, at) => {
    const other = actual[at] ?? "";
    const refused = /^refused: (\S+)$/.exec(line)?.[1];
    if (refused !== undefined) return `refused: ${alignRefusal(refused, other.slice(9))}`;
    const parked = /^(MessageParked \S+) (\S+)$/.exec(line);
    if (parked === null) return line;
    const [, start, reason = ""] = parked;
    const alike = alignRefusal(reason, other.split(" ")[2] ?? "").toLowerCase();
    return `${start} ${alike}`;
  });
}
