import { request } from "node:http";

/** What a server answered. */
export interface JsonAnswer {
  status: number;
  error: unknown;
}

/**
 * Posts JSON and reads the answer, also when the server answers and closes before it has taken the whole body:
 * `fetch` reports only the broken pipe then.
 */
export function postJson(url: string, body: string): Promise<JsonAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const question = request(url, { method: "POST", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.once("end", () => {
        const error = JSON.parse(Buffer.concat(chunks).toString("utf8"));
        resolve({ status: answer.statusCode ?? 0, error });
      });
    });
    question.once("error", reject);
    question.end(body);
  });
}
