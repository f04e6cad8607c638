import { expect, test } from "vitest";
import { EndpointFailedError } from "../chain/errors.ts";
import { describeError } from "./logger.ts";

test("errors become data: a code, a sentence, details, causes; a stack only for what nobody foresaw", () => {
  const cause = Object.assign(new TypeError("fetch failed"), { code: "ECONNREFUSED" });
  const error = new EndpointFailedError("An endpoint failed.", { cause, details: ["Endpoint: x"] });
  expect(describeError(error)).toEqual({
    code: "endpoint-failed",
    message: "An endpoint failed.",
    details: ["Endpoint: x"],
    cause: {
      name: "TypeError",
      message: "fetch failed",
      code: "ECONNREFUSED",
      stack: expect.any(String),
    },
  });
  expect(describeError("text")).toEqual({ message: "text" });
});
