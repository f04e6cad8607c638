import { AvatarRefusedError, inspectAvatarBlob } from "@ryugu/sdk/avatar";
import { findCause } from "@ryugu/sdk/errors";
import { avatarAnswer } from "../../sim/protocol/http.ts";
import type { AvatarRef } from "../../sim/protocol/references.ts";
import { askPlatform } from "./ask-platform.ts";

/** The largest `.vrm` that a platform takes, in bytes. A larger one is refused without being read. */
export const MAX_AVATAR_FILE = 20 * 1_024 * 1_024;

/** What the inspector says of a file, in both languages. */
export interface FileVerdict {
  isUsable: boolean;
  /** Why it cannot be worn: the inspector's code. */
  code?: string;
  triangles?: number;
  findings: { en: string; ja: string; severity: string }[];
}

const MAX_FINDINGS = 12;

/** Inspects a `.vrm` here, before it goes anywhere: only its first bytes and its JSON are read. */
export async function inspectAvatarFile(file: File): Promise<FileVerdict> {
  if (file.size > MAX_AVATAR_FILE) {
    return { isUsable: false, code: "avatar-too-large", findings: [] };
  }
  try {
    const { findings, counts } = await inspectAvatarBlob(file, { maxBytes: MAX_AVATAR_FILE });
    const fault = findings.find(({ severity }) => severity === "error");
    return {
      isUsable: fault === undefined,
      ...(fault === undefined ? {} : { code: fault.code }),
      triangles: counts.drawnTriangles,
      findings: findings
        .filter(({ severity }) => severity !== "info")
        .slice(0, MAX_FINDINGS)
        .map(({ message, messageJa, severity }) => ({ en: message, ja: messageJa, severity })),
    };
  } catch (error) {
    const refused = findCause(error, AvatarRefusedError);
    return { isUsable: false, code: refused?.code ?? "avatar-unreadable", findings: [] };
  }
}

/** Brings a `.vrm` to a platform, so that others see it too. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function sendAvatarFile(url: string, token: string, file: Blob): Promise<AvatarRef> {
  const options = { token, bytes: file, mediaType: "model/gltf-binary", timeout: 120_000 };
  return (await askPlatform(url, "/avatars", avatarAnswer, options)).avatar;
}
