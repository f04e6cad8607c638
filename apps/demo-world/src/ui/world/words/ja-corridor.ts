import type { CorridorWords } from "./words.ts";

/** The way between the worlds, in Japanese. */
export const jaCorridor: CorridorWords = {
  title: (from, to) => `${from}から${to}へ`,
  emptyHanded: "手ぶらです。渡るのはあなただけです。",
  phase: {
    gas: "出発する世界が通行料を払っています",
    approving: "門に預ける許可をしています",
    sending: "門に預けています",
    sent: "送りました。取り消されなくなるのを待っています",
    final: "確定しました。各社が署名しています",
    attested: "署名がそろいました。届けています",
    delivered: "届きました",
    parked: "向こう側で保留されています",
    returned: "あなたのもとへ戻ります",
    failed: "元の場所にあります",
  },
  stages: {
    sent: "送信",
    final: "確定",
    delivered: "到着",
    parked: "保留",
    returned: "返送",
  },
  signature: (number) => `署名 ${number}`,
  awaited: "待っています",
  elapsed: (seconds) => `${seconds}秒`,
  took: (seconds) => `${seconds}秒で渡りました`,
  admission: {
    asking: (to) => `${to}に入場をお願いしています`,
    admitted: (to) => `${to}が迎えてくれます`,
    failed: (to) => `${to}にまだ入れません`,
  },
  open: (to) => `${to}への扉が開いています。`,
  goOn: (to) => `${to}へ進む`,
  goBack: (from) => `${from}へ戻る`,
  retry: "もう一度",
  problems: {
    "sponsor-empty": {
      text: "この世界が今日払える通行料は、もうありません。",
      todo: "アイテムは手元にあります。戻るか、あとでもう一度お試しください。",
    },
    "sponsor-unreachable": {
      text: "出発する世界が応答しないため、通行料を払えません。",
      todo: "アイテムは手元にあります。少し待って、もう一度お試しください。",
    },
    "chain-unreachable": {
      text: "チェーンが応答しません。",
      todo: "失われたものはありません。確かめ続けています。ここで待っても、戻っても、ページを閉じてもかまいません。",
    },
    "nodes-unreachable": {
      text: "ゾーンのどのノードも応答しません。",
      todo: "送ったものはチェーン上で待ち、ノードが戻れば届きます。戻っても、ページを閉じてもかまいません。",
    },
    "wallet-refused": {
      text: "ウォレットの署名が許可されませんでした。",
      todo: "アイテムは手元にあります。もう一度試すか、戻ってください。",
    },
    "not-owner": {
      text: "チェーンによると、このアイテムはあなたのアカウントにありません。",
      todo: "戻って持ちものを確かめてください。もう渡っているかもしれません。",
    },
    refused: {
      text: "チェーンがアイテムを送ることを断りました。",
      todo: "アイテムは手元にあります。もう一度試すか、戻ってください。",
    },
    "destination-unreachable": {
      text: "向こうの世界が応答しません。",
      todo: "ここで待つことも、戻ることもできます。アイテムはいずれにしても届きます。",
    },
  },
  parked: {
    text: "向こうのチェーンに着きましたが、まだ受け渡しができません。",
    todo: "失われたものはありません。向こうであなたのために保管されていて、ほかの人が受け取ることはできません。引き渡しはだれでもやり直せます。期限を過ぎてからやり直すと、あなたのもとへ戻ります。持たずに進むことも、戻ることもできます。",
  },
  returned: {
    text: "期限までに受け渡しができなかったため、自動的にあなたのもとへ戻ります。",
    todo: "戻ってお待ちください。まもなく持ちものに戻ります。",
  },
  technical: "技術的な詳細",
  reason: "チェーンの示した理由",
  safe: "このページは閉じてもかまいません。次に開いたとき、続きから進みます。",
  messageId: "メッセージID",
};
