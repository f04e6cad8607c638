import { expect, test } from "vitest";
import { HOME } from "../../test/model/messages.ts";
import { checkedEndpoint } from "./chain-check.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";

/** An endpoint that says which chain it is for, and does what it is told to otherwise. */
function endpointOf(number: number) {
  const asked: string[] = [];
  const state = { number, error: undefined as Error | undefined };
  const endpoint: Endpoint = {
    name: "one",
    async send({ method }) {
      asked.push(method);
      if (method === "eth_chainId") return `0x${state.number.toString(16)}`;
      if (state.error !== undefined) throw state.error;
      return method;
    },
  };
  return { asked, state, endpoint: checkedEndpoint(HOME, endpoint) };
}

const question = { method: "eth_blockNumber", params: [] };
const home = Number(HOME.split(":")[1]);

test("an endpoint is asked once which chain it is for", async () => {
  const { endpoint, asked } = endpointOf(home);
  await endpoint.send(question);
  expect(await endpoint.send(question)).toBe("eth_blockNumber");
  expect(asked).toEqual(["eth_chainId", "eth_blockNumber", "eth_blockNumber"]);
});

test("another chain's endpoint is asked nothing else, until it is this chain's", async () => {
  const { endpoint, asked, state } = endpointOf(999);
  const error = {
    code: "endpoint-other-chain",
    details: expect.arrayContaining(["Endpoint: one"]),
  };
  await expect(endpoint.send(question)).rejects.toMatchObject(error);
  await expect(endpoint.send(question)).rejects.toMatchObject(error);
  expect(asked).toEqual(["eth_chainId", "eth_chainId"]);
  state.number = home;
  expect(await endpoint.send(question)).toBe("eth_blockNumber");
});

test("after a failure it may be another's; after a refusal it is the same", async () => {
  const { endpoint, state } = endpointOf(home);
  await endpoint.send(question);
  state.number = 999;
  state.error = new EndpointRefusedError("no", 1, undefined, []);
  await expect(endpoint.send(question)).rejects.toMatchObject({ code: "endpoint-refused" });
  await expect(endpoint.send(question)).rejects.toMatchObject({ code: "endpoint-refused" });
  state.error = new EndpointFailedError("gone");
  await expect(endpoint.send(question)).rejects.toMatchObject({ code: "endpoint-failed" });
  await expect(endpoint.send(question)).rejects.toMatchObject({ code: "endpoint-other-chain" });
});
