import { useState } from "react";
import type { OwnAvatar } from "../../../sim/arrival/own-avatars.ts";

const COLOURS: Readonly<Record<string, [string, string]>> = {
  nagi: ["#cfe6ef", "#24507a"],
  hayate: ["#d9ecd9", "#2f6b4f"],
  otoha: ["#f1dfe6", "#7a3552"],
  kame: ["#e8e6c8", "#5d6b2c"],
};
const PLAIN: [string, string] = ["#dfe7ea", "#3c5563"];

/** An avatar's portrait; its initial on its colour where there is no picture. */
export function Portrait({ avatar }: { avatar: OwnAvatar }) {
  const [isMissing, setMissing] = useState(false);
  const [ground, ink] = COLOURS[avatar.id] ?? PLAIN;
  if (avatar.picture !== undefined && !isMissing) {
    return (
      <img
        className="portrait"
        src={`/avatars/${avatar.picture}`}
        alt=""
        width="220"
        height="220"
        onError={() => setMissing(true)}
      />
    );
  }
  return (
    <svg className="portrait" viewBox="0 0 100 100" aria-hidden="true">
      <rect width="100" height="100" fill={ground} />
      <circle cx="50" cy="42" r="18" fill={ink} opacity="0.85" />
      <path d="M16 100c2-26 18-36 34-36s32 10 34 36z" fill={ink} opacity="0.85" />
    </svg>
  );
}
