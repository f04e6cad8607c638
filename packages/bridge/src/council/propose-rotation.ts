import { validatorSet } from "@ryugu/sdk/lane";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { CouncilActError, type RotationFile } from "@ryugu/sdk/zone/council";
import type { CouncilContext } from "./context.ts";

/** Who joins and who leaves. */
export interface RotationRequest {
  add: readonly Address[];
  remove: readonly Address[];
  quorum: number;
  /** Unix seconds; 0 for at once. */
  validFrom: number;
}

/**
 * Writes down who decides next, beginning with the validators of the newest epoch on any gateway.
 *
 * @throws CouncilActError, InvalidValidatorSetError
 */
export async function proposeRotation(
  { zone, gateways }: CouncilContext,
  { add, remove, quorum, validFrom }: RotationRequest,
): Promise<RotationFile> {
  const sets = await Promise.all(gateways.map(async (gateway) => (await gateway.state()).set));
  const now = sets.reduce((a, b) => (b.epoch > a.epoch ? b : a), zone.validatorSet);
  const has = (seats: readonly Address[], seat: Address) =>
    seats.some((each) => isSameAddress(each, seat));
  const stranger = remove.find((seat) => !has(now.validators, seat));
  if (stranger !== undefined)
    throw new CouncilActError("Who is to leave has no seat.", { details: [`Seat: ${stranger}`] });
  const stay = now.validators.filter((seat) => !has(remove, seat));
  const next = validatorSet(now.epoch + 1, quorum, [...stay, ...add]);
  return {
    schema: "ryugu-rotation/1",
    zoneId: zone.id,
    epoch: next.epoch,
    quorum,
    validators: [...next.validators],
    validFrom,
    signatures: [],
  };
}
