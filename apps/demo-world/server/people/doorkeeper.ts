import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { AllowedOrigins } from "../http/origins.ts";

/** Decides whose WebSocket handshake is answered at all. */
export interface Doorkeeper {
  /** Whether the handshake may go on; where not, it has been answered. */
  admit(request: IncomingMessage, socket: Duplex): Promise<boolean>;
  /** Lets nobody in any more. */
  close(): void;
}

/** What it goes by. */
export interface DoorParts {
  readonly origins: AllowedOrigins;
  readonly connections: number;
  readonly connectionsPerMachine: number;
}

const PATH = "/people";
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const TOO_MANY = 429;
const UNAVAILABLE = 503;

/** Counts connections and looks at where their pages are from. */
export function createDoorkeeper(parts: DoorParts): Doorkeeper {
  const perMachine = new Map<string, number>();
  let total = 0;
  let isOpen = true;

  function statusFor({ url = "", headers, socket }: IncomingMessage, origins: readonly string[]) {
    if (url.replace(/\?.*$/s, "") !== PATH) return NOT_FOUND;
    // Browsers always say the origin. Programs that do not are nobody's page.
    if (headers.origin !== undefined && !origins.includes(headers.origin)) return FORBIDDEN;
    if (!isOpen || total >= parts.connections) return UNAVAILABLE;
    const open = perMachine.get(socket.remoteAddress ?? "") ?? 0;
    return open >= parts.connectionsPerMachine ? TOO_MANY : undefined;
  }

  function count(ip: string, change: 1 | -1): void {
    total += change;
    const open = (perMachine.get(ip) ?? 0) + change;
    if (open === 0) perMachine.delete(ip);
    else perMachine.set(ip, open);
  }

  return {
    async admit(request, socket) {
      const status = statusFor(request, await parts.origins.list());
      if (socket.destroyed) return false;
      if (status !== undefined) {
        // The other side may leave its half open for ever.
        socket.once("finish", () => socket.destroy());
        socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n\r\n`);
        return false;
      }
      const ip = request.socket.remoteAddress ?? "";
      count(ip, 1);
      socket.once("close", () => count(ip, -1));
      return true;
    },
    close() {
      isOpen = false;
    },
  };
}
