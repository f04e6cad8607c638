/** Why a zone cannot be deployed on a chain. */
export type ZoneDeployProblem =
  /** Code that this package did not build lies at an address of the zone. */
  | "foreign-code"
  /** The chain has no deterministic deployment proxy. */
  | "no-proxy"
  /** A transaction was mined and has not made what it should. */
  | "not-made"
  /** A transaction was sent, and was not mined in time. */
  | "not-mined"
  /** The deployer has no connection to a chain. */
  | "no-chain";

/** A zone cannot be deployed on a chain. */
export class ZoneDeployError extends Error {
  override readonly name = "ZoneDeployError";
  readonly problem: ZoneDeployProblem;
  /** What to look at, one line each. */
  readonly details: readonly string[];

  constructor(problem: ZoneDeployProblem, message: string, details: readonly string[] = []) {
    super(message);
    this.problem = problem;
    this.details = details;
  }
}
