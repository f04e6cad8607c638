/** A person's passport. So far: signing in with an account (SIWE, ERC-4361). */
export { InvalidSiweMessageError, type SiweRefusal, SiweRefusedError } from "./siwe/errors.ts";
export type { SiweMessage } from "./siwe/message.ts";
export { createNonce } from "./siwe/nonce.ts";
export type { ContractCheck, ContractVerifier } from "./siwe/signature.ts";
export { createSiweMessage, parseSiweMessage } from "./siwe/text.ts";
export { type SiweCheck, type SiweExpectation, verifySiwe } from "./siwe/verify.ts";
