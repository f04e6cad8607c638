import type { ProblemWords } from "../../world/words/index.ts";
import { jaProblems } from "../../world/words/ja-problems.ts";

/** What goes wrong at the desk, in Japanese: the world's words, and the desk's own. */
export const jaDeskProblems: Record<string, ProblemWords> = {
  ...jaProblems,
  "recipient-blocked": {
    text: "そのアカウントも、円の発行者が止めています。",
    todo: "別のアカウントを入れてください。",
  },
  "claim-refused/AccountBlocked": {
    text: "そのアカウントは、円の発行者が止めています。",
    todo: "別のアカウントを入れてください。",
  },
  "claim-refused": {
    text: "プラットフォームが運びませんでした。",
    todo: "何も動いておらず、お金は待っています。もう一度お試しください。",
  },
  "payout-refused": {
    text: "チェーンが支払いを断りました。",
    todo: "何も動いておらず、お金は待っています。",
  },
  "payout-unavailable": {
    text: "チェーンが応答しません。",
    todo: "失われたものはありません。少し待って、もう一度お試しください。",
  },
  "invalid-address": {
    text: "アカウントではないか、一文字違っています。",
    todo: "もう一度写してください。",
  },
  "desk-not-ready": {
    text: "プラットフォームがまだ応答していません。",
    todo: "少し待って、もう一度お試しください。",
  },
  "statement-refused/unsupported": {
    text: "明細書を作るノードが、この経済圏にありません。",
    todo: "支払いは上の一覧にあります。`ryugu payout statement`ならチェーンから作れます。",
  },
  "statement-refused/another": {
    text: "ノードが別の明細書を返したので、捨てました。",
    todo: "そのノードの会社に伝えてください。",
  },
  "statement-refused/statement-too-long": {
    text: "ノードが作れる長さを超えています。",
    todo: "年ではなく月を選んでください。",
  },
  "statement-refused/statement-unread": {
    text: "この明細書に要るものを、ノードがまだ読み終えていません。",
    todo: "1分ほど待って、もう一度お試しください。",
  },
  "statement-refused/too-many-requests": {
    text: "いまノードへの問い合わせが多すぎます。",
    todo: "少し待って、もう一度お試しください。",
  },
  "statement-refused": {
    text: "この明細書を作れるノードがありません。",
    todo: "短い期間を選ぶか、あとでもう一度お試しください。",
  },
  "statement-untrusted": {
    text: "この経済圏の会社が署名した明細書ではないので、捨てました。",
    todo: "そのノードの会社に伝えてください。",
  },
  "statement-contradictory": {
    text: "計算の合わない明細書なので、捨てました。",
    todo: "そのノードの会社に伝えてください。",
  },
  "invalid-signature": {
    text: "署名になっていないので、明細書を捨てました。",
    todo: "そのノードの会社に伝えてください。",
  },
  "node-unavailable": {
    text: "この経済圏のノードが応答しません。",
    todo: "少し待って、もう一度お試しください。",
  },
  "invalid-cash-out/limit": {
    text: "発行者が一度に支払う額を超えています。",
    todo: "二度に分けてください。",
  },
  "invalid-cash-out": {
    text: "発行者が受け取りませんでした。",
    todo: "何も支払われていません。もう一度始めてください。",
  },
  "invalid-bank-account": {
    text: "発行者がこの銀行口座には送れません。",
    todo: "すべての欄を通帳と見比べてください。",
  },
  "cash-out-too-small": {
    text: "銀行の手数料を引くと、何も残りません。",
    todo: "もう少し貯まるまで待ってください。",
  },
  "cash-out-not-found": {
    text: "この送金の記録が、ここにはありません。",
    todo: "発行者に尋ねてください。二度支払われることはありません。",
  },
  "cash-out-too-late": {
    text: "もう止められません。",
    todo: "いまの様子は上にあります。",
  },
  "cash-out-unavailable": {
    text: "円の発行者が応答しません。",
    todo: "失われたものはありません。少し待って、もう一度お試しください。",
  },
};
