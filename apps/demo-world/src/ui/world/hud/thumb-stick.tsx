import { type PointerEvent, useRef, useState } from "react";
import { stickFrom } from "../../../sim/input/keys.ts";
import { useMedia } from "../../parts/use-media.ts";
import { useActions, useWorldWords } from "../visit-context.tsx";

const REACH = 44;

/** A stick for the left thumb, on touch screens. */
export function ThumbStick() {
  const words = useWorldWords().hud;
  const { push } = useActions();
  const isTouch = useMedia("(pointer: coarse)");
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  const [at, setAt] = useState({ x: 0, y: 0 });
  if (!isTouch) return null;

  const move = (event: PointerEvent) => {
    if (from.current === undefined) return;
    const stick = stickFrom(event.clientX - from.current.x, event.clientY - from.current.y, REACH);
    setAt(stick);
    push(stick.x, stick.y);
  };
  const stop = () => {
    from.current = undefined;
    setAt({ x: 0, y: 0 });
    push(0, 0);
  };
  return (
    <div
      className="stick"
      role="img"
      aria-label={words.stick}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const box = event.currentTarget.getBoundingClientRect();
        from.current = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        move(event);
      }}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      <span
        className="stick-knob"
        style={{ transform: `translate(${at.x * REACH}px, ${at.y * REACH}px)` }}
      />
    </div>
  );
}
