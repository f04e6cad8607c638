import { otherSide } from "../geometry/surface.ts";
import { mirror } from "../geometry/vector.ts";
import type { Spring } from "./springs.ts";

/** A spring whose name and parent say "left", and its mirror image. */
export function bothSprings(spring: Spring): [Spring, Spring] {
  return [
    spring,
    {
      ...spring,
      name: otherSide(spring.name),
      parent: otherSide(spring.parent),
      points: spring.points.map(mirror),
    },
  ];
}
