import type { Socket } from "node:net";
import type { RyuguError } from "@ryugu/sdk/errors";
import { InvalidRequestError, RequestTooLargeError, RequestTooSlowError } from "../errors.ts";

/** How an error of Node's HTTP parser is answered. Everything else is a connection that broke. */
function answerTo(code: string | undefined): { status: string; error: RyuguError } | undefined {
  if (code === "HPE_HEADER_OVERFLOW") {
    const details = ["The limit is 16 KiB."];
    const error = new RequestTooLargeError("The request's headers are too large.", { details });
    return { status: "431 Request Header Fields Too Large", error };
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    const error = new RequestTooSlowError("The request did not arrive in time.");
    return { status: "408 Request Timeout", error };
  }
  if (code?.startsWith("HPE_") === true) {
    return { status: "400 Bad Request", error: new InvalidRequestError("This is not HTTP.") };
  }
  return undefined;
}

/** Answers what is no request in words too, and ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  const answer = answerTo(error.code);
  if (answer === undefined || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(answer.error.toJSON());
  const head = [
    `HTTP/1.1 ${answer.status}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
