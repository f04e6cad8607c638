import { backoff } from "../../sim/backoff.ts";
import type { ClientMessage } from "../../sim/protocol/from-client.ts";
import { readServerMessage, type ServerMessage } from "../../sim/protocol/from-server.ts";
import { wait } from "../wait.ts";
import { platformPath } from "./ask-platform.ts";

/** How the connection is. */
export type LinkState =
  | { phase: "connecting" }
  | { phase: "open" }
  | { phase: "lost"; retryAt: number; isClosing: boolean }
  | { phase: "over"; reason: "replaced" | "hall-full" | "stopped" };

/** What a connection needs and whom it tells. */
export interface PeopleLinkParts {
  /** The platform's address. */
  url: string;
  /** Who is coming; asked anew for each connection, since a session may have ended meanwhile. */
  hello(isSessionOld: boolean): Promise<Extract<ClientMessage, { t: "hello" }>>;
  onMessage(message: ServerMessage): void;
  onState(state: LinkState): void;
  /** Given so that tests need no network. */
  connect?: (url: string) => WebSocket;
}

/** A connection with a world's people. */
export interface PeopleLink {
  /** Says something, if the connection is open: what cannot be said now is said by nobody later. */
  tell(message: ClientMessage): boolean;
  /** Tries again now instead of waiting. */
  retryNow(): void;
  stop(): void;
}

/** Without a word for this long a connection is dead, in milliseconds. The server pings more often. */
const WELCOME_TIMEOUT = 8_000;
const NORMAL = 1_000;

/** How a connection ended. */
interface Outcome {
  kind: "broken" | "closing" | "session-old" | "over";
  /** Why it is over, where it is. */
  reason: "replaced" | "hall-full";
  wasOpen: boolean;
}

const BROKEN: Readonly<Outcome> = { kind: "broken", reason: "replaced", wasOpen: false };

/** Connects, and connects again whenever that breaks, until it is stopped or over. */
export function openPeopleLink(parts: PeopleLinkParts): PeopleLink {
  const connect = parts.connect ?? ((url: string) => new WebSocket(url));
  const url = platformPath(parts.url, "/people").replace(/^http/, "ws");
  const end = new AbortController();
  let hurry = new AbortController();
  let socket: WebSocket | undefined;
  let isOpen = false;
  // Not before the caller has what this returns.
  queueMicrotask(() => void run());

  async function run(): Promise<void> {
    let isSessionOld = false;
    for (let failures = 0; !end.signal.aborted; ) {
      parts.onState({ phase: "connecting" });
      const outcome: Readonly<Outcome> = await once(isSessionOld).catch(() => BROKEN);
      isOpen = false;
      if (end.signal.aborted) return;
      if (outcome.kind === "over") return parts.onState({ phase: "over", reason: outcome.reason });
      failures = outcome.wasOpen ? 1 : failures + 1;
      isSessionOld = outcome.kind === "session-old";
      const delay = backoff(failures, 400);
      const isClosing = outcome.kind === "closing";
      parts.onState({ phase: "lost", retryAt: Date.now() + delay, isClosing });
      hurry = new AbortController();
      await wait(delay, AbortSignal.any([end.signal, hurry.signal]));
    }
  }

  async function once(isSessionOld: boolean): Promise<Readonly<Outcome>> {
    const hello = await parts.hello(isSessionOld);
    const mine = connect(url);
    socket = mine;
    return await new Promise((resolve) => {
      const outcome = { ...BROKEN };
      const giveUp = setTimeout(() => mine.close(), WELCOME_TIMEOUT);
      const finish = () => {
        clearTimeout(giveUp);
        end.signal.removeEventListener("abort", leave);
        resolve(outcome);
      };
      const leave = () => mine.close(NORMAL);
      end.signal.addEventListener("abort", leave);
      mine.onopen = () => mine.send(JSON.stringify(hello));
      mine.onclose = finish;
      mine.onmessage = ({ data }) => {
        const message = readOrIgnore(data);
        if (message === undefined) return;
        if (message.t === "welcome") {
          clearTimeout(giveUp);
          outcome.wasOpen = true;
          isOpen = true;
          parts.onState({ phase: "open" });
        }
        Object.assign(outcome, endingOf(message));
        parts.onMessage(message);
      };
    });
  }

  return {
    tell(message) {
      if (!isOpen || socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    retryNow: () => hurry.abort(),
    stop: () => end.abort(),
  };
}

/** What a message says of how the connection will end. */
function endingOf(message: ServerMessage) {
  if (message.t === "replaced") return { kind: "over" as const, reason: "replaced" as const };
  if (message.t === "closing") return { kind: "closing" as const };
  if (message.t !== "refused") return {};
  if (message.code === "session-unknown") return { kind: "session-old" as const };
  if (message.code === "hall-full") return { kind: "over" as const, reason: "hall-full" as const };
  return {};
}

/** A message that makes no sense is not worth a connection. */
function readOrIgnore(data: unknown): ServerMessage | undefined {
  if (typeof data !== "string") return undefined;
  try {
    return readServerMessage(data);
  } catch {
    return undefined;
  }
}
