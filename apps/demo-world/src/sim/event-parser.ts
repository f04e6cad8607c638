import { EventTooLongError } from "./errors.ts";

/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: string;
  id: string;
}

/** Reads `text/event-stream` piece by piece. */
export interface EventParser {
  /**
   * Takes the next piece of text and returns the events that it completed.
   *
   * @throws EventTooLongError when one event grows over the limit: whoever sends it is not a node
   */
  push(text: string): ServerEvent[];
}

/**
 * Starts a parser of server-sent events (WHATWG HTML, 9.2.6): the fields `event`, `data` and `id`; comments
 * and unknown fields are skipped.
 *
 * @param limit - the most characters one event may have
 */
export function startEventParser(limit: number): EventParser {
  let buffer = "";
  let event = "";
  let id = "";
  let data: string[] = [];
  let size = 0;

  function takeLine(line: string): ServerEvent | undefined {
    if (line === "") return finish();
    const colon = line.indexOf(":");
    if (colon === 0) return undefined;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    size += value.length;
    if (field === "data") data.push(value);
    if (field === "event") event = value;
    if (field === "id" && !value.includes("\0")) id = value;
    return undefined;
  }

  function finish(): ServerEvent | undefined {
    const complete = { event: event === "" ? "message" : event, data: data.join("\n"), id };
    const filled = data.length > 0;
    event = "";
    data = [];
    size = 0;
    return filled ? complete : undefined;
  }

  return {
    push(text) {
      buffer += text;
      const events: ServerEvent[] = [];
      // A carriage return at the very end may be half of a line break.
      for (let end = buffer.search(/\r\n|\n|\r(?!$)/); end !== -1; ) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (buffer.startsWith("\r\n", end) ? 2 : 1));
        const complete = takeLine(line);
        if (complete !== undefined) events.push(complete);
        if (size > limit) throw new EventTooLongError("An event is longer than its limit.");
        end = buffer.search(/\r\n|\n|\r(?!$)/);
      }
      if (buffer.length + size > limit)
        throw new EventTooLongError("An event is longer than its limit.");
      return events;
    },
  };
}
