import { Canvas, useFrame, useThree } from "@react-three/fiber";
import { type JSX, useCallback, useEffect, useRef, useState } from "react";
import { PerspectiveCamera } from "three";
import { VIEW_ANGLE } from "../sim/camera/pick.ts";
import { firstSharpness, nextSharpness } from "../sim/detail/sharpness.ts";
import { PLACES } from "../sim/place/place.ts";
import { createMeter } from "./stage/meter.ts";
import { rendererName } from "./stage/renderer-name.ts";
import { createShow, type Show } from "./stage/show.ts";
import type { WorldViewProps } from "./world-view-props.ts";

const CAMERA = { fov: (VIEW_ANGLE * 180) / Math.PI, near: 0.08, far: 1_000 };

/**
 * The world, drawn: whatever `world` says now. It decides nothing; `onStep` is called each frame before drawing.
 * Another `detail` draws everything anew.
 */
export function WorldView(props: WorldViewProps): JSX.Element {
  const { detail } = props;
  const [drawn, setDrawn] = useState({ detail, sharpness: firstSharpness(detail, screenRatio()) });
  const sharpness =
    drawn.detail === detail ? drawn.sharpness : firstSharpness(detail, screenRatio());
  const sharpen = useCallback((next: number) => setDrawn({ detail, sharpness: next }), [detail]);
  return (
    <Canvas
      key={detail}
      flat
      camera={CAMERA}
      dpr={sharpness}
      gl={{ antialias: detail === "full", powerPreference: "high-performance", stencil: false }}
    >
      <FrameLoop {...props} sharpen={sharpen} />
    </Canvas>
  );
}

const screenRatio = () => (typeof window === "undefined" ? 1 : window.devicePixelRatio);

function FrameLoop(props: WorldViewProps & { sharpen(next: number): void }): null {
  const { scene, camera, gl } = useThree();
  const latest = useRef(props);
  latest.current = props;
  const show = useRef<Show>(undefined);
  const meter = useRef(createMeter());
  const { detail, platforms, locale, assets, sharpen } = props;

  useEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return undefined;
    const made = createShow(scene, camera, detail, () => latest.current);
    show.current = made;
    return () => {
      show.current = undefined;
      made.dispose();
    };
  }, [scene, camera, detail]);

  useEffect(() => {
    for (const place of PLACES) {
      const platform = place === "corridor" ? undefined : platforms[place];
      show.current?.stage.tell(place, { platform, locale, imageUrl: assets.imageUrl });
    }
  }, [platforms, locale, assets]);

  useEffect(() => {
    const lost = (event: Event) => {
      event.preventDefault();
      latest.current.onContextLost?.();
    };
    gl.domElement.addEventListener("webglcontextlost", lost);
    return () => gl.domElement.removeEventListener("webglcontextlost", lost);
  }, [gl]);

  useFrame((_, seconds) => {
    const now = latest.current;
    show.current?.frame(now, seconds);
    const frame = meter.current.count(seconds);
    if (frame === undefined) return;
    const { calls, triangles } = gl.info.render;
    const renderer = rendererName(gl.getContext());
    const worn = show.current?.people.worn() ?? [];
    now.onStats?.({ calls, triangles, frame, renderer, worn });
    const sharpness = gl.getPixelRatio();
    const next = nextSharpness(sharpness, now.detail, screenRatio(), frame);
    if (Math.abs(next - sharpness) > 0.02) sharpen(next);
  });
  return null;
}
