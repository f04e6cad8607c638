import { expect, test } from "vitest";
import { EndpointFailedError } from "../chain/errors.ts";
import { describeError } from "./logger.ts";

test("errors become data: a code, a sentence, details and causes", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const cause = new TypeError("fetch failed", { cause: refused });
  const error = new EndpointFailedError("An endpoint failed.", { cause, details: ["Endpoint: x"] });
  expect(describeError(error)).toEqual({
    code: "endpoint-failed",
    message: "An endpoint failed.",
    details: ["Endpoint: x"],
    cause: {
      name: "TypeError",
      message: "fetch failed",
      cause: { code: "ECONNREFUSED", message: "connect ECONNREFUSED" },
    },
  });
});

test("an error that nobody foresaw keeps its stack", () => {
  expect(describeError(new TypeError("x is undefined"))).toMatchObject({
    stack: expect.any(String),
  });
  expect(describeError("text")).toEqual({ message: "text" });
});
