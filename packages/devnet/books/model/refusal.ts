/** Why an action was refused, by the contracts' name for it. Nothing of the action happened. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

export function refuseIf(isSo: boolean, reason: string): void {
  if (isSo) throw new Refusal(reason);
}
