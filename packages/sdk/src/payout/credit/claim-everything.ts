import type { NonceManager, Signer } from "ethers";
import { RyuguError } from "../../errors/index.ts";
import { type Address, address } from "../../primitives/index.ts";
import { PayoutRefusedError, PayoutUnavailableError } from "../errors.ts";
import type { ContractLocation } from "../location.ts";
import { type PersistOptions, persist } from "../persist.ts";
import { type ClaimedCredit, claimCredit, creditOf } from "./claim-credit.ts";
import { type Credit, type CreditSearch, findCredits } from "./find-credits.ts";

/** An ordinary claim needs less than a tenth of it. */
const MOST_GAS = 1_000_000n;

/** What is claimed, and to where. */
export interface ClaimEverythingOptions extends CreditSearch, PersistOptions {
  /** Where it goes; the signer by default. */
  readonly to?: Address;
  /** What one claim may cost; 1,000,000 by default. A currency that a stranger wrote can burn any amount. */
  readonly mostGas?: bigint;
}

/**
 * How the claim of one credit ended. `claimed`: it was paid; `receipt` is missing where the chain's answer was lost, and the credit
 * was gone when it was asked again. `refused`: it stays where it is, for the reason in `error`. `unanswered`: the chain gave no
 * answer; call again later.
 */
export type ClaimOutcome =
  | (Credit & { readonly state: "claimed"; readonly receipt: ClaimedCredit | undefined })
  | (Credit & { readonly state: "refused"; readonly error: PayoutRefusedError })
  | (Credit & { readonly state: "unanswered"; readonly error: RyuguError });

/**
 * Takes everything that is credited to the signer over several splits and rails of a chain, with no relayer and no server. One
 * that is refused (a currency that is paused, say) is told and does not keep the others. What was claimed is not credited any
 * more, so that calling again after a failure goes on where it stopped.
 *
 * @throws PayoutUnavailableError where the search for credits gets no answer, PayoutChainError, and what the signer throws
 *
 * @example
 * for await (const { place, amount, state } of claimEverything(signer, { chain, provider, places })) console.log(place, amount, state);
 */
export async function* claimEverything(
  signer: Signer,
  options: ClaimEverythingOptions,
): AsyncGenerator<ClaimOutcome, void, void> {
  const payee = address(await signer.getAddress());
  const credits = await persist(options, () => findCredits(payee, options));
  for (const credit of credits) {
    options.signal?.throwIfAborted();
    yield await claimOne(signer, payee, credit, options);
  }
}

async function claimOne(
  signer: Signer,
  payee: Address,
  credit: Credit,
  options: ClaimEverythingOptions,
): Promise<ClaimOutcome> {
  const location = { ...options, address: credit.place };
  let isRepeated = false;
  try {
    const receipt = await persist(options, async () => {
      try {
        return await claimCredit(location, signer, {
          mostGas: MOST_GAS,
          ...options,
          currency: credit.currency,
        });
      } catch (error) {
        // It counted a transaction that may never have been sent.
        if (countsNonces(signer)) signer.reset();
        if (isRepeated && (await isGone(location, payee, error, credit))) return undefined;
        isRepeated = true;
        throw error;
      }
    });
    return { ...credit, state: "claimed", receipt };
  } catch (error) {
    if (error instanceof PayoutRefusedError) return { ...credit, state: "refused", error };
    if (error instanceof RyuguError && error.retryable) {
      return { ...credit, state: "unanswered", error };
    }
    throw error;
  }
}

/** By its shape: the class would bring along all that signs. */
function countsNonces(signer: Signer): signer is NonceManager {
  return "reset" in signer && typeof signer.reset === "function";
}

/**
 * After an answer was lost: whether the first try has arrived, so that the second found nothing.
 *
 * @throws PayoutUnavailableError where it has only been heard of, and waits for a block
 */
async function isGone(
  place: ContractLocation,
  payee: Address,
  error: unknown,
  { currency }: Credit,
): Promise<boolean> {
  if (!(error instanceof PayoutRefusedError)) return false;
  if ((await creditOf(place, payee, currency)) === 0n) return true;
  if (error.reason !== "NothingToClaim") return false;
  throw new PayoutUnavailableError("The claim waits for a block.", { cause: error });
}
