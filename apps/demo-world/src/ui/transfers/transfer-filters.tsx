import { type Ref, useId } from "react";
import { EVERYTHING, type TransferFilter } from "../../sim/filter.ts";
import { SearchIcon } from "../parts/icons.tsx";
import { useWords, useWorld, useWorldState } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";

const STATES: readonly TransferFilter["state"][] = ["all", "moving", "delivered", "stuck"];

/** Which transfers are shown: by state, by lane, by words. */
export function TransferFilters({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const words = useWords();
  const names = useZoneNames();
  const { stores } = useWorld();
  const filter = useWorldState("transfers", (state) => state.filter);
  const lanes = useWorldState("nodes", (state) => state.lanes);
  const searchId = useId();
  const change = (part: Partial<TransferFilter>) =>
    stores.transfers.setState({ filter: { ...filter, ...part } });

  return (
    <search className="filters">
      <fieldset className="segments">
        <legend className="visually-hidden">{words.transfers.filterState}</legend>
        {STATES.map((state) => (
          <label key={state}>
            <input
              type="radio"
              name="state"
              checked={filter.state === state}
              onChange={() => change({ state })}
            />
            <span>{words.transfers.states[state]}</span>
          </label>
        ))}
      </fieldset>
      <label className="select">
        <span className="visually-hidden">{words.transfers.filterLane}</span>
        <select value={filter.lane} onChange={({ target }) => change({ lane: target.value })}>
          <option value="">{words.transfers.everyLane}</option>
          {lanes?.map(({ laneId, originChain, destinationChain }) => (
            <option key={laneId} value={laneId}>
              {names.chain(originChain)} → {names.chain(destinationChain)}
            </option>
          ))}
        </select>
      </label>
      <div className="search">
        <label htmlFor={searchId} className="visually-hidden">
          {words.transfers.search}
        </label>
        <SearchIcon />
        <input
          id={searchId}
          ref={searchRef}
          type="search"
          maxLength={100}
          placeholder={words.transfers.searchHint}
          value={filter.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </div>
    </search>
  );
}

/** Shows everything again. */
export function ClearFilters() {
  const words = useWords();
  const { stores } = useWorld();
  return (
    <button
      type="button"
      className="button"
      onClick={() => stores.transfers.setState({ filter: EVERYTHING })}
    >
      {words.transfers.clear}
    </button>
  );
}
