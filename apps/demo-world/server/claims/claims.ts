import { RyuguError } from "@ryugu/sdk/errors";
import {
  type ContractLocation,
  claimDigest,
  InvalidClaimError,
  isSplit,
  PayoutRefusedError,
  PayoutUnavailableError,
  parseSignedClaim,
  readClaimNonce,
  type SignedClaim,
  submitClaim,
  verifySignedClaim,
} from "@ryugu/sdk/payout";
import {
  type Address,
  type ChainId,
  InvalidShapeError,
  isSameAddress,
} from "@ryugu/sdk/primitives";
import { WorldChainError } from "../chain/errors.ts";
import type { OperatorChain } from "../operator/operator-chain.ts";
import type { Carrier } from "../sponsor/carrier.ts";
import { shared } from "../sponsor/shared.ts";
import { ClaimRefusedError } from "./errors.ts";

/** Sends in what people have claimed by signature, and pays the gas. */
export interface Claims {
  /**
   * Checks a claim and carries it out; answers the transaction's hash, the same for the same claim.
   *
   * @param value - a SignedClaim, as it came
   * @throws InvalidShapeError, ClaimRefusedError, and what the carrier throws
   */
  carryOut(value: unknown, payee: Address): Promise<string>;
}

/** What claims are held against. */
export interface ClaimParts {
  readonly chain: ChainId;
  readonly rail: Address;
  /** What makes the splits whose credits are paid out. */
  readonly splits: Address;
  readonly yen: Address;
  readonly provider: OperatorChain;
  readonly carrier: Carrier;
  readonly now: () => number;
}

/** An ordinary claim needs a tenth of it. */
const MOST_GAS = 1_000_000n;

/** Opens the counter. */
export function openClaims(parts: ClaimParts): Claims {
  const { chain, provider, carrier } = parts;
  const given = new Map<string, SignedClaim>();

  async function check(signed: SignedClaim, place: ContractLocation): Promise<void> {
    if (signed.chain !== chain) throw refused("chain", "The claim is for another chain.");
    if (!isSameAddress(signed.currency, parts.yen)) {
      throw refused("currency", "Only yen is paid out here.");
    }
    const isRail = isSameAddress(signed.place, parts.rail);
    if (!isRail && !(await isSplit(place, parts.splits))) {
      throw refused("place", "This is neither the platform's rail nor a split of its factory.");
    }
    const [nonce, code] = await Promise.all([
      readClaimNonce(place, signed.payee),
      provider.getCode(signed.payee).catch((cause: unknown) => {
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      }),
    ]);
    const now = Math.floor(parts.now() / 1_000);
    verifySignedClaim(signed, { now, place, nonce, isContract: code !== "0x" });
  }

  const sendOnce = shared(async (digest: string) => {
    const signed = given.get(digest);
    if (signed === undefined) throw new TypeError("A claim is carried out that was not given.");
    const place = { chain, address: signed.place, provider };
    const carriage = { key: `claim:${digest}`, account: signed.payee, mostGas: MOST_GAS };
    return await carrier.carry(carriage, async (signer) => {
      await check(signed, place);
      return (await submitClaim(place, signer, signed)).transaction;
    });
  });

  return {
    async carryOut(value, payee) {
      const signed = readClaim(value);
      if (!isSameAddress(signed.payee, payee)) {
        throw refused("payee", "This is somebody else's claim.");
      }
      const digest = claimDigest(signed);
      given.set(digest, signed);
      try {
        return await sendOnce(digest);
      } catch (error) {
        throw named(error);
      } finally {
        given.delete(digest);
      }
    },
  };
}

function readClaim(value: unknown): SignedClaim {
  try {
    return parseSignedClaim(value);
  } catch (cause) {
    if (!(cause instanceof RyuguError) || cause instanceof InvalidShapeError) throw cause;
    // An address with a wrong checksum, or a chain that is none.
    throw refused("terms", cause.shortMessage, cause);
  }
}

/** What went wrong, as it can be answered. */
function named(error: unknown): unknown {
  if (error instanceof InvalidClaimError) return refused(error.reason, error.shortMessage, error);
  if (error instanceof PayoutRefusedError) {
    return refused(error.reason ?? "chain", error.shortMessage, error);
  }
  if (error instanceof PayoutUnavailableError) {
    return new WorldChainError("The platform's chain does not answer.", { cause: error });
  }
  return error;
}

const refused = (reason: string, sentence: string, cause?: unknown) =>
  new ClaimRefusedError(reason, sentence, { cause });
