/** What a world server says in its hall, as far as tests look into it. */
export interface HallMessage {
  t: string;
  you: number;
  id: number;
  at: { x: number; z: number; heading: number };
  people: { id: number; name: string }[];
  person: { id: number; name: string };
  token: object | null;
  text: string;
  code: string;
}

/** A visitor's connection with a hall: Node's own WebSocket, as a browser has it. */
export interface HallVisit {
  say(message: object): void;
  /** The next message of a kind that was not taken yet. */
  next(t: string): Promise<HallMessage>;
  closed: Promise<void>;
  leave(): void;
}

const PATIENCE = 10_000;

/** Goes into a hall with a session's token. */
export async function enterHall(
  url: string,
  token: string,
  hello: { name: string; at?: HallMessage["at"] },
): Promise<HallVisit> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/people`);
  const heard: HallMessage[] = [];
  let wake = () => {};
  socket.onmessage = ({ data }) => {
    heard.push(JSON.parse(String(data)) as HallMessage);
    wake();
  };
  const closed = new Promise<void>((resolve) => {
    socket.onclose = () => resolve();
  });
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`${url} opens no socket.`));
  });
  const say = (message: object) => socket.send(JSON.stringify(message));
  say({ t: "hello", token, avatar: { kind: "own", id: "nagi" }, ...hello });
  return {
    say,
    closed,
    leave: () => socket.close(),
    async next(t) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        const index = heard.findIndex((message) => message.t === t);
        const [found] = index < 0 ? [] : heard.splice(index, 1);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 200);
        });
      }
      throw new Error(`No ${t} came: ${JSON.stringify(heard)}`);
    },
  };
}
