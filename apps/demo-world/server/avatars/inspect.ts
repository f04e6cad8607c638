import { AvatarRefusedError, parseGlb, readAvatar } from "@ryugu/sdk/avatar";
import { AvatarUnfitError } from "./errors.ts";

/** The largest avatar that a platform takes, in bytes. */
export const MAX_AVATAR = 20 * 1_024 * 1_024;
const LIMITS = { maxBytes: MAX_AVATAR, maxJsonBytes: 4_000_000 };

/**
 * Looks at a stranger's avatar from its JSON alone.
 *
 * @returns how many draw calls it takes: one for each primitive, twice where MToon draws outlines
 * @throws AvatarUnfitError
 */
export function inspectForWear(bytes: Uint8Array): { drawCalls: number } {
  try {
    const { counts } = readAvatar(bytes, LIMITS);
    const { json } = parseGlb(bytes, LIMITS);
    return { drawCalls: counts.primitives * (hasOutline(json) ? 2 : 1) };
  } catch (cause) {
    if (cause instanceof AvatarRefusedError) throw new AvatarUnfitError(cause);
    throw cause;
  }
}

/** Whether any material has an outline, in VRM 1.0 (VRMC_materials_mtoon) or 0.x (materialProperties). */
function hasOutline(json: unknown): boolean {
  const modern = listIn(json, "materials").some((material) => {
    const mode = at(at(at(material, "extensions"), "VRMC_materials_mtoon"), "outlineWidthMode");
    return typeof mode === "string" && mode !== "none";
  });
  if (modern) return true;
  return listIn(at(at(json, "extensions"), "VRM"), "materialProperties").some((material) => {
    const mode = at(at(material, "floatProperties"), "_OutlineWidthMode");
    return typeof mode === "number" && mode > 0;
  });
}

function at(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? Reflect.get(value, name) : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}
