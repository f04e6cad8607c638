/** A chain's node says no, with a JSON-RPC error. */
export class RpcRefusal extends Error {
  /** Revert data, where a call was refused. */
  readonly data: string | undefined;

  constructor(message: string, data?: string) {
    super(message);
    this.data = data;
  }
}
