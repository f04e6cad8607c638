import { useVisitState, useWorldWords } from "../visit-context.tsx";

/** Where one is, and how many are here. */
export function PlaceTitle() {
  const words = useWorldWords();
  const place = useVisitState("place", (state) => state.place);
  const people = useVisitState("place", (state) => state.people);
  return (
    <div className="place-title paper">
      <h1>{words.hud.places[place]}</h1>
      <p className="place-line">{words.hud.placeLines[place]}</p>
      {place !== "corridor" && (
        <p className="people" data-people={people}>
          <span className="people-dot" aria-hidden="true" /> {words.hud.people(people)}
        </p>
      )}
    </div>
  );
}
