import { setTimeout as delay } from "node:timers/promises";
import { type JsonRpcPayload, JsonRpcProvider, type JsonRpcResult } from "ethers";

const POLLING_INTERVAL = 250;
/** Until a chain that was killed is asked again, and how often, in milliseconds. */
const PAUSE = 250;
const MOST_TRIES = 240;

/** A provider that waits for a chain that is down: ethers' own polling must not fail while a chain is killed. */
export class PatientProvider extends JsonRpcProvider {
  constructor(url: string, number: number) {
    super(url, number, {
      staticNetwork: true,
      pollingInterval: POLLING_INTERVAL,
      batchMaxCount: 1,
      cacheTimeout: -1,
    });
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await super._send(payload);
      } catch (error) {
        if (this.destroyed || tries >= MOST_TRIES) throw error;
        await delay(PAUSE);
      }
    }
  }
}
