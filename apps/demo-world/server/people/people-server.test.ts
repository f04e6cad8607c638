import { connect as connectTcp } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { PAGE, startHall, type TestHall, tokenOf } from "../../test/support/hall.ts";

let hall: TestHall;
let nextAccount = 1;
const account = () => nextAccount++;

beforeAll(async () => {
  hall = await startHall();
});
afterAll(() => hall.close());

const token = (id: string) => ({ chain: "eip155:31337", contract: `0x${"ab".repeat(20)}`, id });

test("people meet: they see each other come, walk, speak, wave, change and go", async () => {
  const anna = await hall.enter(account(), { name: "Anna" });
  const welcome = await anna.next("welcome");
  const ben = await hall.enter(account(), { name: "Ben" });
  const { you, people } = await ben.next("welcome");
  expect(people.map(({ name }) => name)).toContain("Anna");
  expect((await anna.next("joined")).person).toMatchObject({ id: you, name: "Ben" });
  // Nothing of it tells who they are.
  expect(JSON.stringify([anna.heard, ben.heard])).not.toMatch(/0x[0-9a-f]{40}/i);

  const { x, z } = welcome.at;
  anna.say({ t: "pose", x: x + 0.2, z, heading: 1, motion: "walk" });
  const { poses } = await ben.next("moved");
  expect(poses).toEqual([[welcome.you, x + 0.2, z, 1, 1]]);

  anna.say({ t: "say", text: "Good evening" });
  for (const one of [anna, ben]) {
    expect(await one.next("said")).toMatchObject({ id: welcome.you, text: "Good evening" });
  }
  anna.say({ t: "emote", emote: "bow" });
  expect(await ben.next("emoted")).toEqual({ t: "emoted", id: welcome.you, emote: "bow" });
  anna.say({ t: "rename", name: "<b>Ann\u202ea</b>" });
  expect((await ben.next("renamed")).name).toBe("<b>Anna</b>");
  anna.ws.close();
  expect(await ben.next("left")).toEqual({ t: "left", id: welcome.you, reason: "left" });
  ben.ws.terminate();
});

test("who teleports is put back, and nobody sees them elsewhere", async () => {
  const jumper = await hall.enter(account());
  const { at, you } = await jumper.next("welcome");
  const witness = await hall.enter(account());
  await witness.next("welcome");
  jumper.say({ t: "pose", x: 15, z: 0, heading: 0, motion: "run" });
  expect((await jumper.next("placed")).at).toEqual(at);
  jumper.say({ t: "pose", ...at, heading: 0.5, motion: "idle" });
  expect((await witness.next("moved")).poses).toEqual([[you, at.x, at.z, 0.5, 0]]);
});

test("away in the corridor one is not seen and sees nobody; back, one sees who is here", async () => {
  const walker = await hall.enter(account());
  const { you } = await walker.next("welcome");
  const witness = await hall.enter(account());
  const seen = await witness.next("welcome");
  walker.say({ t: "away" });
  expect(await witness.next("left")).toEqual({ t: "left", id: you, reason: "away" });
  witness.say({ t: "say", text: "Gone?" });
  await witness.next("said");
  walker.say({ t: "back", at: { x: 16, z: 0, heading: 0 } });
  const again = await walker.next("welcome");
  expect(again).toMatchObject({ you, at: { x: 16, z: 0 } });
  expect(again.people.map(({ id }) => id)).toContain(seen.you);
  expect(walker.heard.some(({ t }) => t === "said")).toBe(false);
  await witness.next("joined");
});

test("two tabs of one person: the newer stays, the older is told", async () => {
  const person = account();
  const older = await hall.enter(person);
  await older.next("welcome");
  const before = hall.people.count();
  const newer = await hall.enter(person);
  await older.next("replaced");
  expect(await older.closed).toBe(4_000);
  await newer.next("welcome");
  expect(hall.people.count()).toBe(before);
  newer.say({ t: "emote", emote: "nod" });
  await newer.next("emoted");
});

test("one holds what the chain says is theirs, and nothing else", async () => {
  const owner = account();
  hall.owners.set("7", owner).set("8", 999_999).set("9", "down");
  const person = await hall.enter(owner);
  const { you } = await person.next("welcome");
  person.say({ t: "hold", token: token("7") });
  expect(await person.next("held")).toEqual({ t: "held", id: you, token: token("7") });
  person.say({ t: "hold", token: token("8") });
  expect((await person.next("refused")).code).toBe("not-yours");
  person.say({ t: "hold", token: token("9") });
  expect((await person.next("refused")).code).toBe("chain-unreachable");
  person.say({ t: "hold", token: null });
  expect((await person.next("held")).token).toBeNull();
});

test("a question at a booth reaches its desk and who stands there; the answer too", async () => {
  const near = { x: -15, z: 6, heading: 0 };
  const asker = await hall.enter(account(), { name: "Asker", at: near });
  const { you } = await asker.next("welcome");
  const listener = await hall.enter(account(), { at: near });
  await listener.next("welcome");
  const faraway = await hall.enter(account(), { at: { x: 10, z: 0, heading: 0 } });
  await faraway.next("welcome");
  asker.say({ t: "say", text: "Do you hire?", booth: "aonami" });
  expect(await listener.next("said")).toMatchObject({ id: you, booth: "aonami" });
  expect(hall.told.at(-1)).toMatchObject([
    "aonami",
    { name: "Asker", text: "Do you hire?", staff: false },
  ]);
  hall.staffSays("aonami", { name: "Aonami", text: "We do.", at: 5, staff: true });
  expect(await listener.next("said")).toEqual({
    t: "said",
    name: "Aonami",
    text: "We do.",
    booth: "aonami",
    at: 5,
  });
  faraway.say({ t: "say", text: "marker" });
  await faraway.next("said");
  expect(faraway.heard.filter(({ t }) => t === "said")).toHaveLength(1);
  asker.say({ t: "say", text: "Hello?", booth: "nobody" });
  expect((await asker.next("refused")).code).toBe("booth-unknown");
});

test.each([
  ["no hello", { t: "away" }, "hello-first"],
  ["no JSON", "{", "message-invalid"],
  ["an unknown kind", { t: "shout" }, "message-invalid"],
  ["a kind with too much in it", { t: "away", admin: true }, "message-invalid"],
  ["NaN", '{"t":"back","at":{"x":NaN,"z":0,"heading":0}}', "message-invalid"],
  ["bytes", Buffer.from([1, 2, 3]), "message-invalid"],
  ["5 kB", { t: "say", text: "x".repeat(5_000) }, "message-too-large"],
] as const)("%s is refused, and the connection goes on", async (_, message, code) => {
  const client = await hall.connect();
  const raw = typeof message === "string" || Buffer.isBuffer(message);
  client.ws.send(raw ? message : JSON.stringify(message));
  expect((await client.next("refused")).code).toBe(code);
  client.say({
    t: "hello",
    token: tokenOf(account()),
    name: "Late",
    avatar: { kind: "own", id: "nagi" },
  });
  await client.next("welcome");
  client.ws.close();
});

test.each([
  ["a name of nothing", { name: "\u200b\u202e" }, "name-empty"],
  ["an avatar that is not here", { avatar: { kind: "own", id: "stranger" } }, "avatar-unknown"],
  ["a session that is none", { token: "forged".repeat(6) }, "session-unknown"],
] as const)("%s does not come in", async (_, hello, code) => {
  const client = await hall.enter(account(), hello);
  expect((await client.next("refused")).code).toBe(code);
  expect(client.heard).toHaveLength(1);
  if (code === "session-unknown") expect(await client.closed).toBe(1_008);
});

test("a chat of 1 MB ends its sender's connection and nobody else's", async () => {
  const sender = await hall.enter(account());
  const { you } = await sender.next("welcome");
  const witness = await hall.enter(account());
  await witness.next("welcome");
  sender.ws.send(JSON.stringify({ t: "say", text: "x".repeat(1_000_000) }));
  expect(await sender.closed).toBe(1_009);
  expect(await witness.next("left")).toEqual({ t: "left", id: you, reason: "lost" });
});

test("who says too much is told so, and who does not stop is shown out", async () => {
  const chatty = await hall.enter(account());
  await chatty.next("welcome");
  for (let i = 0; i < 6; i++) chatty.say({ t: "say", text: "again" });
  expect((await chatty.next("refused")).code).toBe("too-often");
  expect(chatty.heard.filter(({ t }) => t === "said")).toHaveLength(5);
  chatty.say({ t: "say", text: "x".repeat(281) });
  for (let i = 0; i < 400; i++) chatty.ws.send("flood");
  expect(await chatty.closed).toBe(1_008);
});

test("a stranger's page and a wrong path get no socket", async () => {
  const status = (path: string, origin: string) =>
    new Promise((resolve) => {
      const ws = new WebSocket(`ws://127.0.0.1:${hall.port}${path}`, { origin });
      ws.on("unexpected-response", (_, { statusCode }) => resolve(statusCode));
      ws.on("error", () => undefined);
      ws.on("open", () => resolve("open"));
    });
  expect(await status("/people", "http://evil.example")).toBe(403);
  expect(await status("/people", "null")).toBe(403);
  expect(await status("/nothing", PAGE)).toBe(404);
});

test("a handshake that is none does no harm", async () => {
  const socket = connectTcp(hall.port, "127.0.0.1").resume();
  socket.write(
    "GET /people HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
  );
  await new Promise((resolve) => socket.once("close", resolve));
  expect((await fetch(`http://127.0.0.1:${hall.port}/health`)).status).toBe(200);
});

test("health counts people, and the log names nobody", async () => {
  const answer = await (await fetch(`http://127.0.0.1:${hall.port}/health`)).json();
  expect(answer).toEqual({ ok: true, people: hall.people.count() });
  expect(hall.log.length).toBeGreaterThan(10);
  expect(JSON.stringify(hall.log)).not.toMatch(/0x|Person|Anna|again|ttt/);
});

test("a hall that is full says so, and lets in again when somebody goes", async () => {
  const small = await startHall({ limit: 1 });
  try {
    const first = await small.enter(1);
    await first.next("welcome");
    const second = await small.enter(2);
    expect((await second.next("refused")).code).toBe("hall-full");
    expect(await second.closed).toBe(1_008);
    // The same person again is not one more.
    await (await small.enter(1)).next("welcome");
  } finally {
    await small.close();
  }
});

test("connections are counted, in all and of one machine", async () => {
  const statusOf = async (options: object) => {
    const small = await startHall(options);
    try {
      await small.connect();
      await small.connect();
      return await small.connect().then(
        () => "open",
        (error: Error) => error.message,
      );
    } finally {
      await small.close();
    }
  };
  expect(await statusOf({ connections: 2 })).toContain("503");
  expect(await statusOf({ connectionsPerMachine: 2 })).toContain("429");
  expect(await statusOf({ connections: 3 })).toBe("open");
});

test("who says nothing, answers nothing, or has no session any more is let go", async () => {
  const quick = await startHall({ times: { hello: 100, ping: 300, recheck: 50 } });
  try {
    const silent = await quick.connect();
    expect((await silent.next("refused")).code).toBe("hello-first");
    expect(await silent.closed).toBe(1_008);

    quick.owners.set("7", 1);
    const witness = await quick.enter(1);
    await witness.next("welcome");
    witness.say({ t: "hold", token: token("7") });
    await witness.next("held");
    quick.owners.set("7", 2);
    expect(await witness.next("held")).toMatchObject({ token: null });
    expect((await witness.next("refused")).code).toBe("not-yours");

    const dead = await quick.enter(2);
    const { you } = await dead.next("welcome");
    // Half-open: the machine is there, and nobody on it reads or answers.
    dead.ws.pause();
    expect(await witness.next("left")).toEqual({ t: "left", id: you, reason: "lost" });

    quick.ended.add(tokenOf(1));
    expect((await witness.next("refused")).code).toBe("session-unknown");
    expect(await witness.closed).toBe(1_008);
    expect(quick.people.count()).toBe(0);
  } finally {
    await quick.close();
  }
});

test("a server that stops says goodbye, and ends even where nobody answers", async () => {
  const stopping = await startHall({ times: { farewell: 100 } });
  const polite = await stopping.enter(1);
  await polite.next("welcome");
  const deaf = await stopping.enter(2);
  await deaf.next("welcome");
  deaf.ws.pause();
  const begun = Date.now();
  const closed = stopping.close();
  await polite.next("closing");
  expect(await polite.closed).toBe(1_001);
  await closed;
  expect(Date.now() - begun).toBeLessThan(3_000);
});
