import * as z from "zod/mini";
import { parseShape } from "../primitives/index.ts";
import type { InjectedProvider } from "./injected.ts";

/** A wallet that announced itself (EIP-6963), checked. */
export interface AnnouncedWallet {
  /** This wallet in this page; another one the next time. */
  uuid: string;
  /** What the wallet calls itself. Anyone can claim any name: show it, do not trust it. */
  name: string;
  /** An image as a `data:` URI. Show it with an `img` element only: an SVG may carry scripts. */
  icon: string;
  /** Reverse domain name, the same in every page: `io.example.wallet`. */
  rdns: string;
  provider: InjectedProvider;
}

/** 256 KiB of base64: announcements come from anything that runs in the page. */
const MAX_ICON_LENGTH = 350_000;

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const RDNS = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
const ICON = /^data:image\/(?:png|svg\+xml|webp|jpeg|gif)[;,]/i;

const info = z.object({
  uuid: z.string().check(z.regex(UUID_V4, "not a version 4 UUID")),
  name: z.string().check(z.regex(/^[^\p{Cc}]{1,64}$/u, "not a name of 1 to 64 characters")),
  icon: z
    .string()
    .check(z.maxLength(MAX_ICON_LENGTH), z.regex(ICON, "not an image as a data: URI")),
  rdns: z.string().check(z.maxLength(253), z.regex(RDNS, "not a reverse domain name")),
});

const provider = z.custom<InjectedProvider>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    typeof (value as { request?: unknown }).request === "function",
  "has no request function (EIP-1193)",
);

const announcement = z.object({ info, provider });

/**
 * Checks the detail of an `eip6963:announceProvider` event.
 *
 * @throws InvalidShapeError and whatever a hostile object's own accessors throw
 */
export function readAnnouncement(detail: unknown): AnnouncedWallet {
  const checked = parseShape(announcement, detail, "The wallet's announcement");
  // Copied and frozen, so that what was checked stays what is shown.
  return Object.freeze({ ...checked.info, provider: checked.provider });
}
