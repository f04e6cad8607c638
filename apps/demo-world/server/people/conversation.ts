import {
  type ClientMessage,
  MAX_CLIENT_MESSAGE,
  readClientMessage,
} from "../../src/sim/protocol/from-client.ts";
import type { Refusal, ServerMessage } from "../../src/sim/protocol/from-server.ts";
import type { Session } from "../http/request.ts";
import type { Log } from "../log.ts";
import { rename } from "./appear.ts";
import { createBudgets } from "./budgets.ts";
import { comeBack, goAway } from "./enter.ts";
import type { Visitor } from "./hall.ts";
import type { Line, Lobby } from "./lobby.ts";
import { pose } from "./move.ts";
import type { AvatarBook, OwnershipReader, SessionBook } from "./ports.ts";
import { emote, say } from "./speak.ts";
import { createWishes, type Wishes } from "./wishes.ts";

/** What is said over one connection, from hello to the end. It knows no socket. */
export interface Conversation {
  /** A message came: its text, or undefined for one that is no text. */
  receive(text: string | undefined): Promise<void>;
  /** Whether the person is in. */
  isIn(): boolean;
  /** Ends it where its session has ended. */
  checkSession(): void;
  /** The time for hello is over. */
  giveUp(): void;
  /** The connection has ended. */
  end(reason: "left" | "lost"): void;
}

/** What a conversation needs. */
export interface ConversationParts {
  readonly lobby: Lobby;
  readonly sessions: SessionBook;
  readonly avatars: AvatarBook;
  readonly ownership: OwnershipReader;
  readonly now: () => number;
  readonly log: Log;
}

type Hello = Extract<ClientMessage, { t: "hello" }>;
type Deed = Exclude<ClientMessage, Hello>;
type State =
  | { readonly is: "waiting" | "entering" | "over" }
  | {
      readonly is: "in";
      readonly visitor: Visitor;
      readonly session: Session;
      readonly wishes: Wishes;
    };

/** Refused by policy (RFC 6455, section 7.4.1). */
const CLOSE_REFUSED = 1_008;

/** Begins a conversation: first of all, somebody has to say who they are. */
export function startConversation(parts: ConversationParts, line: Line): Conversation {
  const { lobby, sessions, now } = parts;
  const budgets = createBudgets();
  let state: State = { is: "waiting" };

  const tell = (message: ServerMessage) => line.send(JSON.stringify(message));
  const refuse = (code: Refusal) => tell({ t: "refused", code });
  /** Refuses what no client of ours sends often; too much of it ends the conversation. */
  function strike(code: Refusal): void {
    if (budgets.take("strikes", now())) refuse(code);
    else dismiss(code);
  }
  function dismiss(code: Refusal): void {
    parts.log("visitor-refused", { code });
    refuse(code);
    line.close(CLOSE_REFUSED);
    // At once: the other side may take its time to close, and goes on sending until then.
    finish("lost");
  }
  function finish(reason: "left" | "lost"): void {
    if (state.is === "in") {
      state.wishes.end();
      lobby.leave(state.visitor, reason);
    }
    state = { is: "over" };
  }

  async function enter({ token, name, avatar, at, away }: Hello): Promise<void> {
    const session = sessions.find(token, now());
    if (session === undefined) return dismiss("session-unknown");
    state = { is: "entering" };
    const isKnown = await parts.avatars.isKnown(avatar);
    if (isOver()) return;
    state = { is: "waiting" };
    if (!isKnown) return refuse("avatar-unknown");
    const visitor = lobby.enter({ account: session.address, name, avatar, at, away }, line);
    if (visitor === "hall-full") return dismiss(visitor);
    if (visitor === "name-empty") return refuse(visitor);
    state = { is: "in", visitor, session, wishes: createWishes(parts, visitor) };
  }
  const isOver = () => state.is === "over";

  return {
    async receive(text) {
      if (isOver()) return;
      if (!budgets.take("all", now())) return strike("too-often");
      if (text === undefined) return strike("message-invalid");
      if (Buffer.byteLength(text) > MAX_CLIENT_MESSAGE) return strike("message-too-large");
      const message = read(text);
      if (message === undefined) return strike("message-invalid");
      if (!budgets.take(message.t, now())) {
        // Poses come often by nature; one more or less changes nothing.
        return message.t === "pose" ? undefined : strike("too-often");
      }
      if (message.t === "hello") {
        return state.is === "waiting" ? enter(message) : strike("message-invalid");
      }
      if (state.is !== "in") return strike("hello-first");
      return act(lobby, state.visitor, state.wishes, message, now());
    },
    isIn: () => state.is === "in",
    checkSession() {
      if (state.is === "in" && !sessions.isOpen(state.session, now())) dismiss("session-unknown");
    },
    giveUp() {
      if (!isOver()) dismiss("hello-first");
    },
    end: finish,
  };
}

async function act(
  lobby: Lobby,
  visitor: Visitor,
  wishes: Wishes,
  message: Deed,
  now: number,
): Promise<void> {
  const { hall } = lobby;
  // Another tab of the same person took over; this one is being closed.
  if (hall.visitors.get(visitor.id) !== visitor) return;
  switch (message.t) {
    case "pose":
      return lobby.perform(pose(hall, visitor, message, now));
    case "say":
      return lobby.perform(say(hall, visitor, message, now));
    case "emote":
      return lobby.perform(emote(hall, visitor, message.emote));
    case "rename":
      return lobby.perform(rename(hall, visitor, message.name));
    case "away":
      return lobby.perform(goAway(hall, visitor, now));
    case "back":
      return lobby.perform(comeBack(hall, visitor, message.at, now));
    case "hold":
      return wishes.hold(message.token);
    case "dress":
      return wishes.dress(message.avatar);
  }
}

function read(text: string): ClientMessage | undefined {
  try {
    return readClientMessage(text);
  } catch {
    return undefined;
  }
}
