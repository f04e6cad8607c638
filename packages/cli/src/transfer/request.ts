import {
  type AssetReference,
  address,
  chainId,
  type Hex,
  hex,
  parseAssetId,
} from "@ryugu/sdk/primitives";
import type { TransferRequest } from "@ryugu/sdk/transfer";
import { UsageError } from "../errors.ts";
import { parseMoment } from "../input/time.ts";

/** What a person typed after `transfer send`. */
export interface SendWords {
  toChain: string;
  recipient: string;
  refund?: string;
  deadline?: string;
  reference?: string;
  amount?: string[];
}

/**
 * Reads the assets and options of `transfer send`.
 *
 * @param now - milliseconds since 1970
 * @throws UsageError, InvalidAssetIdError, InvalidChainIdError, InvalidAddressError, InvalidHexError
 */
export function readRequest(
  assets: readonly string[],
  words: SendWords,
  now: number,
): TransferRequest {
  const { chain, contract, standard, ids } = oneCollection(assets.map(parseAssetId));
  const amounts = readAmounts(standard, ids.length, words.amount ?? []);
  return {
    origin: chain,
    destination: chainId(words.toChain),
    token: contract,
    ids,
    ...(amounts !== undefined && { amounts }),
    recipient: address(words.recipient),
    ...(words.refund !== undefined && { refundAccount: address(words.refund) }),
    ...(words.deadline !== undefined && {
      deadline: parseMoment(words.deadline, "--deadline", now),
    }),
    ...(words.reference !== undefined && { reference: readReference(words.reference) }),
  };
}

interface OneCollection extends Pick<AssetReference, "chain" | "contract" | "standard"> {
  /** Empty for ERC-20. */
  ids: bigint[];
}

function oneCollection(assets: readonly AssetReference[]): OneCollection {
  const [first] = assets;
  if (first === undefined) throw new UsageError("Name at least one token.");
  const { chain, contract, standard } = first;
  const isMoney = standard === "erc20";
  if (isMoney && assets.length > 1) {
    throw new UsageError("Name an ERC-20 token once, and how much with --amount.");
  }
  const ids = assets.map((asset) => {
    if (asset.chain !== chain || asset.contract !== contract || asset.standard !== standard) {
      throw new UsageError("A transfer carries tokens of one collection on one chain.", {
        details: ["Send the others with a second command."],
      });
    }
    return asset.tokenId ?? 0n;
  });
  return { chain, contract, standard, ids: isMoney ? [] : ids };
}

function readAmounts(
  standard: AssetReference["standard"],
  tokens: number,
  words: readonly string[],
): bigint[] | undefined {
  const expected = standard === "erc721" ? 0 : Math.max(1, tokens);
  if (words.length !== expected) {
    throw new UsageError(
      expected === 0
        ? "An ERC-721 token has no amount."
        : "Name one --amount for each token, in the smallest unit.",
      { details: [`Expected: ${expected}`, `Received: ${words.length}`] },
    );
  }
  const amounts = words.map((word) => {
    if (/^[0-9]{1,39}$/.test(word)) return BigInt(word);
    throw new UsageError("An amount is a whole number, in the smallest unit.", {
      details: [`Received: ${word.slice(0, 60)}`],
    });
  });
  return expected === 0 ? undefined : amounts;
}

/** A reference as bytes: `0x…` is hex, anything else is text in UTF-8. */
function readReference(text: string): Hex {
  return text.startsWith("0x") ? hex(text) : hex(`0x${Buffer.from(text, "utf8").toString("hex")}`);
}
