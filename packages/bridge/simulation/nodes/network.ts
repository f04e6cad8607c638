import type { PeerTransport } from "../../src/exchange/http-exchange.ts";
import { between, type Random } from "../world/chance.ts";
import type { VirtualTime } from "../world/time.ts";

/** A request as a node's API takes it. */
export interface Incoming {
  method: "GET" | "POST";
  path: string;
  body: string;
}

/** Answers a request; never rejects. */
export type Serve = (request: Incoming) => Promise<{ status: number; text: string }>;

/** How the traffic between nodes is just now. */
export interface Weather {
  /** How often a request or an answer is lost, 0 to 1. */
  loss: number;
  /** How often a request arrives twice. */
  doubling: number;
  /** The longest way, in milliseconds: what is sent later may arrive earlier. */
  delay: number;
  /** Nodes that reach nobody. */
  cutOff: ReadonlySet<number>;
}

export const FAIR: Weather = { loss: 0, doubling: 0, delay: 40, cutOff: new Set() };

/** The network between the nodes. */
export class Network {
  weather: Weather = FAIR;
  readonly #servers = new Map<number, Serve>();
  readonly #time: VirtualTime;
  readonly #random: Random;

  constructor(time: VirtualTime, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  /** A node answers from now on, or no longer. */
  listen(index: number, serve: Serve | undefined): void {
    if (serve === undefined) this.#servers.delete(index);
    else this.#servers.set(index, serve);
  }

  /** How a node's requests travel. */
  transportOf(from: number): PeerTransport {
    return ({ method, url, body = "", timeout }) =>
      new Promise((resolve, reject) => {
        const { host, pathname, search } = new URL(url);
        const to = Number(/^node-(\d+)\./.exec(host)?.[1]);
        const request = { method, path: `${pathname}${search}`, body };
        const cancel = this.#time.after(timeout, () => reject(new Error("The request timed out.")));
        const settle = (finish: () => void) => {
          cancel();
          finish();
        };
        const carry = () => {
          this.#way(from, to, () => {
            const serve = this.#servers.get(to);
            if (serve === undefined)
              return settle(() => reject(new Error("The connection was refused.")));
            void serve(request).then((answer) => {
              this.#way(to, from, () => settle(() => resolve(answer)));
            });
          });
        };
        carry();
        if (this.#random.chance(this.weather.doubling)) carry();
      });
  }

  /** One way through the network, unless it is lost. */
  #way(from: number, to: number, arrive: () => void): void {
    const { loss, delay, cutOff } = this.weather;
    const isLost = this.#random.chance(loss) || cutOff.has(from) || cutOff.has(to);
    if (!isLost) this.#time.after(between(this.#random, 1, delay), arrive);
  }
}
