import * as z from "zod/mini";
import { avatarSchema, tokenSchema } from "./references.ts";

/** A world server's HTTP answers and requests beside the socket. Every path is below the platform's `url`. */

const bytes32 = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
const address = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const signature = z.string().check(z.regex(/^0x[0-9a-fA-F]{2,8192}$/));
const decimal = z.string().check(z.regex(/^[0-9]{1,78}$/));
const cid = z.string().check(z.regex(/^b[a-z2-7]{40,80}$/));
const line = (least: number, most: number) =>
  z.string().check(z.minLength(least), z.maxLength(most));

/** `POST /session/nonce` answers: sign it within its time (ERC-4361). */
export const nonceAnswer = z.strictObject({ nonce: z.string(), expiresAt: z.int() });
/** `POST /session` asks: the SIWE message and its signature. */
export const sessionRequest = z.strictObject({
  message: z.string().check(z.maxLength(4_096)),
  signature,
});
/** `POST /session` answers. The token goes into `authorization: Bearer` and into the socket's hello. */
export const sessionAnswer = z.strictObject({
  token: z.string(),
  address,
  expiresAt: z.int(),
});

/** `POST /gas` answers: what the sponsor has given now and may still give this person, in the chain's smallest unit. */
export const gasAnswer = z.strictObject({ given: decimal, left: decimal, balance: decimal });

/** `POST /gifts/<kind>` answers once the token is the person's. */
export const giftAnswer = z.strictObject({ token: tokenSchema });

/** `POST /yen` answers: test yen that the platform has given, in the token's smallest unit. */
export const yenAnswer = z.strictObject({ given: decimal, balance: decimal });

/** `POST /purchases` asks with a SignedPurchase of `@ryugu/sdk/market` and answers once it is on the chain. */
export const purchaseAnswer = z.strictObject({ transaction: bytes32 });

/** `GET /orders` answers what people sell on the platform, newest first: SignedOrders of `@ryugu/sdk/market`. */
export const ordersAnswer = z.strictObject({
  orders: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(200)),
});
/** `POST /orders` asks with a SignedOrder of the person's own and answers its hash. */
export const orderAnswer = z.strictObject({ id: bytes32 });

/** `POST /claims` asks with a SignedClaim of `@ryugu/sdk/payout` and answers once it is on the chain. */
export const claimAnswer = z.strictObject({ transaction: bytes32 });

/** `POST /pictures` takes a PNG's, JPEG's or WebP's bytes. */
export const pictureAnswer = z.strictObject({ picture: cid, width: z.int(), height: z.int() });

/** `POST /works` asks: an artwork that the person has made, to be theirs on the chain and to hang in the gallery. */
export const workRequest = z.strictObject({
  /** Random. The same request makes one work, however often it is sent. */
  key: bytes32,
  title: line(1, 80),
  about: line(0, 600),
  picture: cid,
  /** Who is paid for it, in parts of 10,000 that are 10,000 together. */
  creators: z
    .array(
      z.strictObject({
        name: line(1, 60),
        account: address,
        basisPoints: z.int().check(z.minimum(1), z.maximum(10_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(16)),
  /** What everybody may do with it, by its SPDX id; all rights reserved where left out. */
  licence: z.optional(z.enum(["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0"])),
});
/** `POST /works` answers once the work is its creator's: what it is, who is paid, and where it hangs. */
export const workAnswer = z.strictObject({
  collection: address,
  tokenId: decimal,
  split: address,
  spot: line(1, 16),
});

/** `POST /avatars` takes a `.vrm` file's bytes and answers how others find it. */
export const avatarAnswer = z.strictObject({ avatar: avatarSchema, drawCalls: z.int() });

/** What goes wrong, in every answer that is no 2xx. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Which of the code's cases it is. */
    reason: z.optional(z.string()),
  }),
});

/** A field of an application, as the person chose it. */
export const applicationField = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  value: z.string().check(z.minLength(1), z.maxLength(1_000)),
});

/** A job application: what is signed, by EIP-712. */
export const applicationSchema = z.strictObject({
  /** The company it is for, and nobody else: its `did:web`. */
  organisation: z.string().check(z.maxLength(200)),
  job: z.string().check(z.maxLength(64)),
  applicant: address,
  fields: z.array(applicationField).check(z.minLength(1), z.maxLength(12)),
  /** Unix seconds. */
  issuedAt: z.int(),
  nonce: bytes32,
});

/** `POST /applications` asks. */
export const applicationRequest = z.strictObject({ application: applicationSchema, signature });
/** `POST /applications` answers: the EIP-712 hash of the application. */
export const applicationAnswer = z.strictObject({ id: bytes32 });

/** Taking an application back: what is signed, by EIP-712. */
export const withdrawalSchema = z.strictObject({
  application: bytes32,
  applicant: address,
  issuedAt: z.int(),
});
/** `POST /applications/<id>/withdrawal` asks; answers 204. */
export const withdrawalRequest = z.strictObject({ withdrawal: withdrawalSchema, signature });

/** `GET /applications` (own ones, by session) answers. */
export const ownApplications = z.strictObject({
  applications: z.array(
    z.strictObject({
      id: bytes32,
      organisation: z.string(),
      job: z.string(),
      receivedAt: z.int(),
      withdrawnAt: z.nullable(z.int()),
    }),
  ),
});

/** `GET /desk/<slug>` (by the company's desk token) answers what its staff see. */
export const deskAnswer = z.strictObject({
  applications: z.array(
    z.strictObject({ id: bytes32, application: applicationSchema, signature, receivedAt: z.int() }),
  ),
  /** How many were taken back; nothing else of them is kept. */
  withdrawn: z.int(),
  /** Questions and answers at the booth, oldest first. */
  talk: z.array(
    z.strictObject({
      name: z.string(),
      text: z.string(),
      at: z.int(),
      /** Whether the company's staff said it. */
      staff: z.boolean(),
    }),
  ),
});
/** `POST /desk/<slug>/talk` asks: staff speak at their booth. */
export const deskSay = z.strictObject({ text: z.string().check(z.maxLength(1_000)) });

/** A job application. */
export type Application = z.output<typeof applicationSchema>;
/** Taking one back. */
export type Withdrawal = z.output<typeof withdrawalSchema>;
/** What a company's staff see. */
export type Desk = z.output<typeof deskAnswer>;
/** An artwork that somebody has made. */
export type WorkRequest = z.output<typeof workRequest>;
