import { Client } from "pg";
import { StoreInterruptedError } from "../errors.ts";
import { asStoreError } from "./failures.ts";
import { connectionOptions, describePlace, type PostgresPlace, standingWords } from "./settings.ts";

/**
 * The one connection of a process that stays: its locks last as long as it does, and it hears what others say. When it
 * breaks, everything that was held is lost, and a new one is made.
 */
export interface StandingConnection {
  /** The first row of a statement's answer. Connects if need be. */
  ask(sql: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Which connection this is: another number is another connection. Undefined while there is none. */
  generation(): number | undefined;
  close(): Promise<void>;
}

export interface StandingEvents {
  /** A new connection stands; what was said before it is lost. */
  onConnected(): void;
  onNotice(payload: string): void;
}

/** How often the server hears of this process, in milliseconds: much more often than it waits. */
const PULSE = 1_500;
/** An answer that is older than this says nothing about the connection any more. */
const FRESH = 3_000;

/** Connects, and stays connected. */
export async function openStandingConnection(
  place: PostgresPlace,
  events: StandingEvents,
): Promise<StandingConnection> {
  const name = describePlace(place);
  let current: { client: Client; generation: number } | undefined;
  let connecting: Promise<Client> | undefined;
  let count = 0;
  let answeredAt = 0;
  let closed = false;

  const drop = (client: Client) => {
    if (current?.client === client) current = undefined;
    client.end().catch(() => undefined);
  };

  const connect = async (): Promise<Client> => {
    const client = new Client(connectionOptions(place));
    client.on("error", () => drop(client));
    client.on("end", () => drop(client));
    client.on("notification", ({ payload }) => events.onNotice(payload ?? ""));
    try {
      await client.connect();
      await client.query(standingWords(place));
    } catch (error) {
      drop(client);
      throw asStoreError(name, error);
    }
    current = { client, generation: ++count };
    answeredAt = performance.now();
    events.onConnected();
    return client;
  };

  const connected = (): Promise<Client> => {
    if (closed) throw new StoreInterruptedError("The node's database is closed.");
    if (current !== undefined) return Promise.resolve(current.client);
    connecting ??= connect().finally(() => {
      connecting = undefined;
    });
    return connecting;
  };

  const ask: StandingConnection["ask"] = async (sql) => {
    const client = await connected();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      answeredAt = performance.now();
      return rows[0];
    } catch (error) {
      drop(client);
      throw asStoreError(name, error);
    }
  };

  await connected();
  const pulse = setInterval(() => void ask("SELECT 1").catch(() => undefined), PULSE);
  pulse.unref();
  return {
    ask,
    generation: () => (performance.now() - answeredAt < FRESH ? current?.generation : undefined),
    async close() {
      closed = true;
      clearInterval(pulse);
      await current?.client.end().catch(() => undefined);
    },
  };
}
