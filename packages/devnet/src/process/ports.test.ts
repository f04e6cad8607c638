import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { PortTakenError } from "../errors.ts";
import { choosePorts, portUses, zonePorts } from "../zone/port-plan.ts";
import { freePorts } from "./free-ports.ts";
import { assertPortsFree } from "./ports.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function take(port: number): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
}

test("a taken port is named, with what it is for and what to do", async () => {
  const [free = 0, taken = 0] = await freePorts(2);
  await take(taken);
  await assertPortsFree([{ port: free, use: "free" }]);
  const refused = assertPortsFree([
    { port: free, use: "free" },
    { port: taken, use: "chain Minato" },
  ]);
  await expect(refused).rejects.toThrow(PortTakenError);
  await expect(refused).rejects.toThrow(`127.0.0.1:${taken} (chain Minato)`);
  await expect(refused).rejects.toThrow("--port-base");
});

test("no two uses of a zone share a port", () => {
  const ports = portUses(zonePorts(20_000)).map(({ port }) => port);
  expect(ports).toHaveLength(22);
  expect(new Set(ports).size).toBe(ports.length);
  expect(Math.max(...ports) - 20_000).toBeLessThan(100);
});

test("a base that was asked for is taken or refused, never replaced", async () => {
  const [base = 0] = await freePorts(1);
  await take(base);
  await expect(choosePorts(base)).rejects.toThrow(PortTakenError);
});
