import { type Event, type Model, step } from "@ryugu/contracts/model";
import type { LogDescription } from "ethers";
import type { Book } from "../people/book.ts";
import type { Stage } from "../stage/stage.ts";
import { modelOf } from "./beginning.ts";
import { type Happening, happeningsOn } from "./happening.ts";
import { actionsOf, isMet, needOf } from "./to-action.ts";

/** A transaction of which the model says something else than its chain. */
export interface Divergence {
  chain: string;
  transaction: string;
  chainSays: readonly string[];
  modelSays: readonly string[];
}

/** The model after everything that the chains did, and where the two parted. */
export interface Replay {
  model: Model;
  happenings: readonly Happening[];
  divergences: readonly Divergence[];
}

/**
 * Plays on the model what happened on the chains: each transaction at its block's time, chains interleaved so that nothing
 * arrives before it was sent. After each the model's events must be the chain's, ids included.
 */
export async function replay(stage: Stage, book: Book): Promise<Replay> {
  const queues = await Promise.all(stage.chains.map((chain) => happeningsOn(stage, chain)));
  const happenings = queues.flat();
  const { model, weather } = modelOf(stage);
  const divergences: Divergence[] = [];
  for (;;) {
    const heads = queues.flatMap((queue) =>
      queue[0] === undefined ? [] : [{ queue, head: queue[0] }],
    );
    if (heads.length === 0) break;
    const ready = heads.filter(({ head }) => isMet(model, head.chain.id, needOf(stage, head)));
    const [next] = ready.sort((a, b) => a.head.time - b.head.time);
    if (next === undefined) {
      divergences.push(
        ...heads.map(({ head }) => diverged(head, ["what it needs was never sent"])),
      );
      break;
    }
    next.queue.shift();
    const { head } = next;
    for (const { emitter, event } of head.events) {
      if (isMood(event)) weather.change(head.chain.id, emitter, event);
    }
    const said = playOne(stage, book, model, head);
    if (said.join() !== tellingOf(head).join()) divergences.push(diverged(head, said));
  }
  return { model, happenings, divergences };
}

const isMood = ({ name }: LogDescription) => name === "MoodChanged" || name === "AccountBlocked";

function playOne(stage: Stage, book: Book, model: Model, happening: Happening): string[] {
  const said = actionsOf(stage, book, model, happening).flatMap((action) => {
    const outcome = step(model, action, happening.time);
    if (!outcome.done) return [`${action.type} refused: ${outcome.refusal} ${outcome.detail}`];
    return outcome.events.map(ofModel).filter((told) => told !== "");
  });
  return said.sort();
}

const diverged = (happening: Happening, modelSays: readonly string[]): Divergence => ({
  chain: happening.chain.slug,
  transaction: happening.transaction,
  chainSays: tellingOf(happening),
  modelSays,
});

const tellingOf = ({ events }: Happening): string[] =>
  events
    .map(({ event }) => ofChain(event))
    .filter((told) => told !== "")
    .sort();

/** What is compared of an event, in words that both sides have. */
function ofChain({ name, args }: LogDescription): string {
  switch (name) {
    case "MessageSent":
      return `sent ${args.sequence} ${args.messageId}`;
    case "MessagesDelivered":
      return `delivered up to ${args.last} ${args.head}`;
    case "MessageClaimed":
    case "MessageParked":
    case "MessageRetried":
    case "MessageRedirected":
      return `${name} ${args.messageId}`;
    case "MessageReturned":
      return `${name} ${args.messageId} ${args.returnId}`;
    default:
      return "";
  }
}

function ofModel(event: Event): string {
  switch (event.name) {
    case "MessageSent":
      return `sent ${event.sequence} ${event.id}`;
    case "MessagesDelivered":
      return `delivered up to ${event.sequence} ${event.head}`;
    case "MessageClaimed":
    case "MessageParked":
    case "MessageRetried":
    case "MessageRedirected":
      return `${event.name} ${event.id}`;
    case "MessageReturned":
      return `${event.name} ${event.id} ${event.returnId}`;
    default:
      return "";
  }
}
