import { createPersonKey } from "@ryugu/sdk/wallet";
import { WebSocket } from "ws";
import { takeGift } from "../../../src/services/world/gift.ts";
import { signIn } from "../../../src/services/world/session.ts";
import type { ClientMessage } from "../../../src/sim/protocol/from-client.ts";
import {
  MOTIONS,
  type PersonHere,
  readServerMessage,
  type ServerMessage,
} from "../../../src/sim/protocol/from-server.ts";
import type { Platform } from "../../../src/sim/protocol/platform.ts";
import type { AvatarRef, TokenRef } from "../../../src/sim/protocol/references.ts";

type Message<K extends ServerMessage["t"]> = Extract<ServerMessage, { t: K }>;
type Hello = Extract<ClientMessage, { t: "hello" }>;

const PATIENCE = 30_000;

/** Somebody in a hall without a page: an own key, a real session, a real socket. */
export class Watcher {
  readonly #socket: WebSocket;
  readonly #heard: ServerMessage[] = [];
  readonly #people = new Map<number, PersonHere>();
  /** What the session's token opens. */
  readonly token: string;
  /** The code that the connection ended with. */
  readonly closed: Promise<number>;
  #wake = () => {};

  private constructor(socket: WebSocket, token: string) {
    this.#socket = socket;
    this.token = token;
    this.closed = new Promise((resolve) => socket.on("close", resolve));
    socket.on("error", () => undefined);
    socket.on("message", (data) => {
      const message = readServerMessage(String(data));
      this.#see(message);
      if (message.t !== "moved") this.#heard.push(message);
      this.#wake();
    });
  }

  /** Signs in and says hello. */
  static async enter(
    platform: Pick<Platform, "url" | "chain">,
    name: string,
    options: { avatar?: AvatarRef; at?: Hello["at"] } = {},
  ): Promise<Watcher> {
    const { avatar = { kind: "own", id: "nagi" }, at } = options;
    const key = await createPersonKey();
    const { token } = await signIn(platform, key, new URL(platform.url).host);
    const socket = new WebSocket(`${platform.url.replace(/^http/, "ws")}/people`);
    const watcher = new Watcher(socket, token);
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    watcher.tell({ t: "hello", token, name, avatar, ...(at === undefined ? {} : { at }) });
    await watcher.hears("welcome");
    return watcher;
  }

  tell(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Sends anything at all. */
  tellRaw(text: string): void {
    this.#socket.send(text);
  }

  /** Takes a gift and holds it up. */
  async takeInHand(platform: Platform, kind: string): Promise<TokenRef> {
    const token = await takeGift(platform.url, this.token, kind);
    this.tell({ t: "hold", token });
    return token;
  }

  /** The next message of a kind that fits. */
  async hears<K extends ServerMessage["t"]>(
    t: K,
    fits: (message: Message<K>) => boolean = () => true,
  ): Promise<Message<K>> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const index = this.#heard.findIndex(
        (message) => message.t === t && fits(message as Message<K>),
      );
      const [found] = index < 0 ? [] : this.#heard.splice(index, 1);
      if (found !== undefined) return found as Message<K>;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 500);
      });
    }
    throw new Error(`No ${t} came.`);
  }

  /** Somebody who is here now, by name. */
  find(name: string): PersonHere | undefined {
    return [...this.#people.values()].find((one) => one.name === name);
  }

  /** The names of everybody here. */
  names(): string[] {
    return [...this.#people.values()].map(({ name }) => name);
  }

  leave(): void {
    this.#socket.close();
  }

  #see(message: ServerMessage): void {
    switch (message.t) {
      case "welcome":
        for (const person of message.people) this.#people.set(person.id, person);
        return;
      case "joined":
        this.#people.set(message.person.id, message.person);
        return;
      case "left":
        this.#people.delete(message.id);
        return;
      case "moved":
        for (const [id, x, z, heading, motion] of message.poses) {
          const pose = { x, z, heading, motion: MOTIONS[motion] };
          Object.assign(this.#people.get(id) ?? {}, pose);
        }
        return;
      case "dressed":
        Object.assign(this.#people.get(message.id) ?? {}, { avatar: message.avatar });
        return;
      case "held":
        Object.assign(this.#people.get(message.id) ?? {}, { held: message.token });
        return;
      default:
        return;
    }
  }
}
