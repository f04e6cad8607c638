import { OfflineNotice, SwitchNotice } from "./feed-status.tsx";
import { Header } from "./header.tsx";
import { LanesSection } from "./lanes/lanes-section.tsx";
import { PartnersSection } from "./partners/partners-section.tsx";
import { TransferDialog } from "./transfers/transfer-dialog.tsx";
import { TransfersSection } from "./transfers/transfers-section.tsx";
import { VaultsSection } from "./vaults/vaults-section.tsx";
import { useWords, useWorldState } from "./world-context.tsx";
import { ZoneIntro } from "./zone/zone-intro.tsx";

/** The zone's live page. */
export function Page() {
  const words = useWords();
  const verified = useWorldState("zone", (state) => state.phase === "verified");
  return (
    <div className="page">
      <Header />
      <SwitchNotice />
      <main>
        <ZoneIntro />
        {verified && (
          <>
            <OfflineNotice />
            <LanesSection />
            <div className="columns">
              <TransfersSection />
              <div className="side">
                <PartnersSection />
                <VaultsSection />
              </div>
            </div>
            <TransferDialog />
          </>
        )}
      </main>
      <footer className="foot">{words.footer}</footer>
    </div>
  );
}
