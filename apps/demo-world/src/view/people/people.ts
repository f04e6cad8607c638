import { Object3D, type Scene } from "three";
import type { Detail } from "../../sim/detail/detail.ts";
import { chooseOwnAvatars, type Drawable } from "../../sim/detail/draw-budget.ts";
import { doSwing } from "../../sim/detail/springs.ts";
import { standInFor } from "../../sim/detail/stand-in.ts";
import type { AvatarRef, TokenRef } from "../../sim/protocol/references.ts";
import { createItemLibrary } from "../items/item-library.ts";
import type { Frame } from "../stage/scenery.ts";
import type { WorldViewProps } from "../world-view-props.ts";
import { createAvatarLibrary } from "./avatar-library.ts";
import { type Body, createFigure, type Figure, moveFigure } from "./figure.ts";
import { createLabels } from "./labels.ts";
import { createShadows } from "./shadows.ts";
import { createSpirits } from "./spirits.ts";
import { createWardrobe, type Wardrobe } from "./wardrobe.ts";

/** Everybody who is here, drawn. */
export interface People {
  update(frame: Frame): void;
  /** Whether oneself is seen: with an avatar, or with none because it does not come. */
  hasMe(): boolean;
  /** What everybody wears as they are drawn: `own/<id>` or `file/<content id>`, each once. */
  worn(): string[];
  dispose(): void;
}

/** Oneself has no number in the world; nobody else's is 0. */
const ME = 0;
/** Between two looks at who is drawn with their own avatar, in seconds. */
const CHOICE_EVERY = 0.5;
/** How often others move where less is drawn, in seconds. */
const REDUCED_STEP = 1 / 15;
/** Nearer than this people look at oneself, in metres. */
const NOTICED = 4;
/** Under the camera's nose a body is not drawn: one would see it from inside, in metres. */
const TOO_NEAR = 0.75;

interface Person {
  readonly id: number;
  readonly figure: Figure;
  readonly wardrobe: Wardrobe;
  distance: number;
  rank: number;
}

/** See {@link People}. */
export function createPeople(scene: Scene, detail: Detail, props: () => WorldViewProps): People {
  const avatars = createAvatarLibrary((ref) => props().assets.avatarUrl(ref));
  const items = createItemLibrary((token) => props().assets.modelUrl(token));
  const persons = new Map<number, Person>();
  const nearest: Person[] = [];
  const labels = createLabels();
  const shadows = createShadows();
  const spirits = createSpirits();
  const myHead = new Object3D();
  scene.add(labels.mesh, shadows.mesh, spirits.mesh, myHead);
  let sinceChoice = Number.POSITIVE_INFINITY;

  const problem = (ref: AvatarRef, code: string) => props().onAvatarProblem?.(ref, code);

  function personOf(id: number): Person {
    const known = persons.get(id);
    if (known !== undefined) return known;
    const figure = createFigure(id);
    const wardrobe = createWardrobe(id, figure, { avatars, items, problem });
    const person = { id, figure, wardrobe, distance: 0, rank: 0 };
    persons.set(id, person);
    nearest.push(person);
    scene.add(figure.root);
    sinceChoice = Number.POSITIVE_INFINITY;
    return person;
  }

  function forget(person: Person): void {
    persons.delete(person.id);
    nearest.splice(nearest.indexOf(person), 1);
    scene.remove(person.figure.root);
    person.wardrobe.close();
    labels.release(person.id);
  }

  /** Who wears what, a few times a second. */
  function choose({ world }: Frame): void {
    for (const person of persons.values()) {
      if (person.id !== ME && !world.others.has(person.id)) forget(person);
    }
    nearest.sort((a, b) => a.distance - b.distance);
    const drawables: Drawable[] = nearest.map((person, rank) => {
      person.rank = rank;
      const body = person.id === ME ? world.me : world.others.get(person.id);
      const calls = body === undefined ? 1 : person.wardrobe.calls(body.avatar);
      return { id: person.id, distance: person.distance, calls };
    });
    const own = chooseOwnAvatars(drawables);
    for (const { id, wardrobe } of nearest) {
      const body = id === ME ? world.me : world.others.get(id);
      if (body === undefined) continue;
      wardrobe.wear(own.has(id) ? body.avatar : standInFor(id));
    }
  }

  function draw(
    person: Person,
    body: Body & { held: TokenRef | null; name: string },
    frame: Frame,
  ): void {
    const { figure, wardrobe, id } = person;
    const { camera, world, seconds } = frame;
    figure.root.position.set(body.x, 0, body.z);
    figure.root.rotation.y = body.heading;
    person.distance = id === ME ? 0 : Math.hypot(body.x - world.me.x, body.z - world.me.z);
    wardrobe.hold(body.held);
    figure.waited += seconds;
    if (id === ME || detail === "full" || figure.waited >= REDUCED_STEP) {
      try {
        moveFigure(figure, body, world.time, figure.waited, {
          holds: body.held !== null,
          swings: doSwing(detail, person.rank, person.distance),
          lookAt: id !== ME && person.distance < NOTICED ? myHead : undefined,
        });
      } catch (error) {
        // A stranger's file may break what moves it; the picture goes on for everybody.
        wardrobe.refuse(error);
      }
      figure.waited = 0;
    }
    const fromCamera = Math.hypot(
      camera.position.x - body.x,
      camera.position.y - figure.height * 0.7,
      camera.position.z - body.z,
    );
    figure.root.visible = fromCamera > TOO_NEAR;
    shadows.add(body.x, body.z, 0.42);
    if (figure.avatar === undefined) spirits.add(body.x, body.z, id);
    const top = figure.height + 0.14;
    if (id !== ME) labels.add("name", id, body.name, body.x, top, body.z);
    if (body.said !== undefined) {
      labels.add("said", id, body.said.text, body.x, top + (id === ME ? 0.05 : 0.26), body.z);
    }
  }

  return {
    update(frame) {
      const { world, seconds } = frame;
      labels.begin();
      shadows.begin();
      spirits.begin(world.time);
      draw(personOf(ME), world.me, frame);
      myHead.position.set(world.me.x, personOf(ME).figure.height * 0.85, world.me.z);
      for (const other of world.others.values()) draw(personOf(other.id), other, frame);
      sinceChoice += seconds;
      if (sinceChoice > CHOICE_EVERY || persons.size !== world.others.size + 1) {
        sinceChoice = 0;
        choose(frame);
      }
      labels.end(world.camera, world.me, seconds);
      shadows.end();
      spirits.end();
    },
    worn() {
      const worn = [...persons.values()].map(({ wardrobe }) => wardrobe.worn());
      return [...new Set(worn.filter((one) => one !== undefined))];
    },
    hasMe: () => persons.get(ME)?.wardrobe.isSettled() ?? false,
    dispose() {
      for (const person of [...persons.values()]) forget(person);
      scene.remove(labels.mesh, shadows.mesh, spirits.mesh, myHead);
      labels.dispose();
      shadows.dispose();
      spirits.dispose();
      items.dispose();
    },
  };
}
