/** Where somebody wants to be told. */
export interface WebhookEndpoint {
  /** Unique; where the endpoint was left is remembered under it. */
  name: string;
  /** The URL's origin: what stands behind it often holds a key and is never shown. */
  origin: string;
  /**
   * Hands over one message, signed.
   *
   * @throws WebhookFailedError when the endpoint did not take it
   */
  send(message: { id: string; body: string }): Promise<void>;
}
