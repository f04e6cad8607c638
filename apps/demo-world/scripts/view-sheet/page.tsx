/** The page that view-sheet.ts takes pictures of: the view over a made-up world. */
import { createRoot } from "react-dom/client";
import { stepCamera } from "../../src/sim/camera/camera.ts";
import { beginCrossing, type Crossing } from "../../src/sim/crossing/crossing.ts";
import { otherFrom } from "../../src/sim/people/other.ts";
import { placeOf } from "../../src/sim/place/places.ts";
import { stepWorld } from "../../src/sim/world/step.ts";
import { createWorld, enterPlace } from "../../src/sim/world/world.ts";
import { type ViewAssets, type ViewStats, WorldView } from "../../src/view/index.ts";
import { PLATFORMS } from "./platforms.ts";
import type { Shot } from "./shot.ts";

declare global {
  interface Window {
    stats: ViewStats | undefined;
    isReady: boolean;
    problems: string[];
    drawn: number;
  }
}

const shot: Shot = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const NAMES = [
  "潮見 あおい",
  "Mio",
  "はやて",
  "Kame-san",
  "Ren",
  "Otoha",
  "海野 渚",
  "Jun",
  "さくら",
];
const PICTURES = ["great-swell", "moon-shoal", "stone-garden"];
const OWN = ["nagi", "hayate", "otoha", "kame"];

const world = createWorld(shot.place === "corridor" ? "minato" : shot.place, "凪 Nagi", {
  kind: "own",
  id: "nagi",
});
const { arrival } = placeOf(shot.place);
enterPlace(world, shot.place, shot.at ?? arrival);
if (shot.open) for (const { leadsTo } of placeOf(shot.place).doors) world.open.add(leadsTo);
Object.assign(world.camera, shot.camera ?? {});
const token = { chain: "eip155:1", contract: `0x${"1".repeat(40)}`, id: "1" };
if (shot.crossing) world.me.held = token;

for (let i = 0; i < (shot.people ?? 0); i++) {
  const around = { x: world.me.x + 2.4 + (i % 3) * 2.1, z: world.me.z + ((i * 1.7) % 5) - 2.3 };
  const other = otherFrom(
    {
      id: i + 1,
      name: NAMES[i % NAMES.length] ?? "",
      avatar: { kind: "own", id: OWN[(i + 1) % OWN.length] ?? "nagi" },
      held: i % 4 === 1 ? token : null,
      ...around,
      heading: (i * 2.1) % 6,
      motion: i % 3 === 0 ? "walk" : "idle",
    },
    0,
  );
  if (i === 1) other.said = { text: "はじめまして! Nice to meet you.", until: 1e9 };
  if (i === 2) other.emote = { kind: "wave", since: 0 };
  world.others.set(i + 1, other);
}

const crossing: Crossing | undefined = shot.crossing && {
  ...beginCrossing(
    { from: "minato", to: "garan", token, name: { en: "Coral", ja: "珊瑚" } },
    Date.now(),
  ),
  phase: shot.crossing.phase,
  signers: ["Aoi Bank", "Umi Games", "Kumo Gallery"].slice(0, shot.crossing.signers),
  quorum: 3,
};
const assets: ViewAssets = {
  avatarUrl: (ref) => (ref.kind === "own" ? `/avatars/${ref.id}.vrm` : ""),
  modelUrl: async () => "/items/coral.glb",
  imageUrl: (cid) =>
    cid.startsWith("bgift")
      ? `/items/${cid.slice(5)}.glb`
      : `/pictures/${PICTURES[cid.length % 3] ?? ""}.png`,
};
window.problems = [];
window.isReady = false;
window.drawn = 0;

createRoot(document.getElementById("root") ?? document.body).render(
  <WorldView
    world={world}
    platforms={PLATFORMS}
    assets={assets}
    crossing={() => crossing}
    detail={shot.detail ?? "full"}
    reducedMotion={false}
    locale={shot.locale ?? "en"}
    onStep={(seconds) => {
      window.drawn++;
      stepWorld(world, seconds);
      world.events.length = 0;
      for (const other of world.others.values()) other.to.time = world.time;
      stepCamera(world.camera, placeOf(world.place), world.me, 10);
    }}
    onStats={(stats) => {
      window.stats = stats;
    }}
    onReady={() => {
      window.isReady = true;
    }}
    onAvatarProblem={(ref, code) => window.problems.push(`${JSON.stringify(ref)} ${code}`)}
  />,
);
