import type { Vault } from "../../sim/node-api.ts";
import { Copyable } from "../parts/copyable.tsx";
import { Section } from "../parts/section.tsx";
import { useLocale, useWords, useWorldState } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";

/** What each vault holds, as the followed node reports it. */
export function VaultsSection() {
  const words = useWords();
  const vaults = useWorldState("nodes", (state) => state.vaults);
  return (
    <Section seal="蔵" title={words.vaults.title} lead={words.vaults.lead} className="card-section">
      {vaults === undefined && <p className="muted">{words.vaults.loading}</p>}
      {vaults?.length === 0 && <p className="muted">{words.vaults.none}</p>}
      <ul className="vault-list">
        {vaults?.map((vault) => (
          <VaultCard key={`${vault.chain}>${vault.counterpartChain}`} vault={vault} />
        ))}
      </ul>
    </Section>
  );
}

function VaultCard({ vault }: { vault: Vault }) {
  const words = useWords();
  const names = useZoneNames();
  const locale = useLocale();
  const total = vault.holdings.reduce((sum, { units }) => sum + BigInt(units), 0n);
  return (
    <li className="vault">
      <h3>{words.vaults.path(names.chain(vault.chain), names.chain(vault.counterpartChain))}</h3>
      <p className="vault-total" data-empty={total === 0n}>
        {total === 0n ? (
          words.vaults.nothing
        ) : (
          <>
            <strong>{total.toLocaleString(locale)}</strong> {words.vaults.unit(total === 1n)}
          </>
        )}
      </p>
      {vault.holdings.length > 0 && (
        <ul className="holdings">
          {vault.holdings.map(({ homeToken, units }) => (
            <li key={homeToken}>
              <Copyable value={homeToken} what={words.vaults.collection} />
              <span>{BigInt(units).toLocaleString(locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
