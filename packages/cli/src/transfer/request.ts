import {
  type Address,
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
  const { chain, contract, ids } = oneCollection(assets.map(parseAssetId));
  return {
    origin: chain,
    destination: chainId(words.toChain),
    token: contract,
    ids,
    recipient: address(words.recipient),
    ...(words.refund !== undefined && { refundAccount: address(words.refund) }),
    ...(words.deadline !== undefined && {
      deadline: parseMoment(words.deadline, "--deadline", now),
    }),
    ...(words.reference !== undefined && { reference: readReference(words.reference) }),
  };
}

function oneCollection(assets: readonly AssetReference[]): {
  chain: AssetReference["chain"];
  contract: Address;
  ids: bigint[];
} {
  const [first] = assets;
  if (first === undefined) throw new UsageError("Name at least one token.");
  const ids = assets.map(({ chain, standard, contract, tokenId }) => {
    if (standard !== "erc721" || tokenId === undefined) {
      throw new UsageError(`This zone's gateways carry erc721 tokens, not ${standard}.`);
    }
    if (chain !== first.chain || contract !== first.contract) {
      throw new UsageError("A transfer carries tokens of one collection on one chain.", {
        details: ["Send the others with a second command."],
      });
    }
    return tokenId;
  });
  return { chain: first.chain, contract: first.contract, ids };
}

/** A reference as bytes: `0x…` is hex, anything else is text in UTF-8. */
function readReference(text: string): Hex {
  return text.startsWith("0x") ? hex(text) : hex(`0x${Buffer.from(text, "utf8").toString("hex")}`);
}
