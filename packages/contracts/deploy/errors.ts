/** A zone cannot be deployed on a chain. */
export class ZoneDeployError extends Error {
  override readonly name = "ZoneDeployError";
  /** What to look at, one line each. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}
