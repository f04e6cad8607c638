/** Building things when what they are made of has changed, once, however many processes ask. */

export { type Build, buildOnce } from "./build-once.ts";
export { acquireLock } from "./lock.ts";
