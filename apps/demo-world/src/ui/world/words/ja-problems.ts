import type { ProblemWords, WorldWords } from "./words.ts";

const again = "もう一度お試しください。";
const wait = "少し待って、もう一度お試しください。";

/** What went wrong, in Japanese, by the code of the error or the server's own reason. */
export const jaProblems: Record<string, ProblemWords> = {
  "name-empty": {
    text: "この名前には、ほかの人が読める文字がありません。",
    todo: "別の名前にしてください。",
  },
  "passkey-rejected": {
    text: "端末の確認が時間内に済まなかったか、取り消されました。",
    todo: "もう一度試すか、合言葉を使ってください。",
  },
  "passkey-unavailable": {
    text: "このブラウザーではパスキーを使えません。",
    todo: "合言葉を使ってください。",
  },
  "passkey-without-prf": {
    text: "このパスキーでは鍵をかけられません。",
    todo: "合言葉を使ってください。",
  },
  "passkey-failed": {
    text: "パスキーを使えませんでした。",
    todo: "もう一度試すか、合言葉を使ってください。",
  },
  "weak-passphrase": {
    text: "この合言葉は簡単に当てられます。",
    todo: "言葉を一つ二つ足してください。",
  },
  "wrong-secret": {
    text: "これでは鍵が開きません。",
    todo: "もう一度試すか、控えから取り戻してください。",
  },
  "wrong-passphrase": { text: "この合言葉ではファイルが開きません。", todo: again },
  "invalid-keystore": {
    text: "これは鍵の控えのファイルではありません。",
    todo: "保存した.jsonファイルを選んでください。",
  },
  "invalid-locked-key": {
    text: "この端末の鍵を読み取れません。",
    todo: "控えから取り戻してください。",
  },
  "invalid-words/count": {
    text: "十二の言葉になっていません。",
    todo: "抜けがないか確かめてください。",
  },
  "invalid-words/unknown-word": {
    text: "一覧にない言葉があります。",
    todo: "つづりを確かめてください。",
  },
  "invalid-words/checksum": {
    text: "言葉の組み合わせが合いません。",
    todo: "順番とつづりを確かめてください。",
  },
  "crypto-unavailable": {
    text: "安全に開かれたページではないため、鍵を作れません。",
    todo: "localhostかhttpsのアドレスで開いてください。",
  },
  "wallet-rejected": {
    text: "ウォレットで取り消されました。",
    todo: "意図したものでなければ、もう一度お試しください。",
  },
  "wallet-unauthorized": {
    text: "ウォレットがアカウントを示しませんでした。",
    todo: "ウォレットでアカウントを選んでください。",
  },
  "wallet-disconnected": {
    text: "ウォレットにつながっていません。",
    todo: "ウォレットを開いて、もう一度お試しください。",
  },
  "wallet-failed": {
    text: "ウォレットの答えを理解できませんでした。",
    todo: "もう一度試すか、別の方法で入ってください。",
  },
  "platform-unreachable": {
    text: "この世界のサーバーが応答しません。",
    todo: "起動中かもしれません。少し待ってお試しください。",
  },
  "node-unavailable": {
    text: "この世界のサーバーが応答しません。",
    todo: "起動中かもしれません。少し待ってお試しください。",
  },
  "manifest-unavailable": { text: "ゾーンのマニフェストを読めません。", todo: wait },
  "manifest-untrusted": {
    text: "このページが信頼するゾーンとは別のマニフェストです。",
    todo: "先へ進まず、このアドレスを教えた人に知らせてください。",
  },
  "manifest-signature": {
    text: "ゾーンのマニフェストに、会社の署名が足りません。",
    todo: "先へ進まず、このアドレスを教えた人に知らせてください。",
  },
  "session-unknown": { text: "サーバーがあなたの入場を覚えていません。", todo: again },
  "siwe-refused": {
    text: "入場の署名が受け付けられませんでした。",
    todo: "端末の時計を確かめて、もう一度お試しください。",
  },
  "too-often": { text: "短い時間に回数が多すぎます。", todo: wait },
  "hall-full": { text: "この会場は満員です。", todo: wait },
  "said-empty": { text: "ほかの人が読める文字がありません。", todo: "別の言葉でどうぞ。" },
  "said-too-long": { text: "長すぎます。", todo: "二回に分けてどうぞ。" },
  "message-invalid": { text: "サーバーに伝わりませんでした。", todo: again },
  "message-too-large": { text: "大きすぎます。", todo: "短くしてお試しください。" },
  "booth-unknown": { text: "このブースはここにありません。", todo: "先にブースへ歩いてください。" },
  "not-yours": {
    text: "チェーンによると、これはあなたのアカウントにありません。",
    todo: "持ちものを確かめ直してください。",
  },
  "chain-unreachable": {
    text: "チェーンが応答しません。",
    todo: "失われたものはありません。少し待ってお試しください。",
  },
  "avatar-unknown": {
    text: "この世界はそのアバターを知りません。",
    todo: "別のものを選ぶか、ファイルを送り直してください。",
  },
  "avatar-too-large": {
    text: "20MBを超えるため、読み込みませんでした。",
    todo: "小さなアバターを選んでください。",
  },
  "avatar-unreadable": {
    text: "アバターとして読めないファイルです。",
    todo: ".vrmファイルを選んでください。",
  },
  "not-a-glb": {
    text: "これは.vrmファイルではありません。",
    todo: ".vrmファイルを選んでください。",
  },
  "glb-truncated": {
    text: "ファイルが途中で終わっています。",
    todo: "もう一度ダウンロードか書き出しをしてください。",
  },
  "avatar-not-vrm": {
    text: "3Dモデルですが、アバターではありません。",
    todo: "VRMとして書き出してください。",
  },
  "gift-taken": { text: "贈りものは受け取り済みです。", todo: "持ちものの中にあります。" },
  "gift-unknown": { text: "その贈りものは台にありません。", todo: "別のものを選んでください。" },
  "sponsor-empty": {
    text: "この世界が今日配れる分は、もうありません。",
    todo: "明日またお試しください。",
  },
  "yen-empty": {
    text: "この世界が配れるテスト円は、今ありません。",
    todo: "まだ届く途中かもしれません。少し待ってお試しください。",
  },
  "yen-refused": {
    text: "円の発行者が、この口座への支払いを認めていません。",
    todo: "別の口座を使うか、発行者にお尋ねください。",
  },
  "invalid-order": {
    text: "この売り出しには、売り手の署名がありません。購入は行われていません。",
    todo: "今かかっている作品をご覧になるか、ギャラリーにお知らせください。",
  },
  "invalid-purchase": {
    text: "今の売り出しの内容と合いません。",
    todo: "価格をもう一度ご覧ください。",
  },
  "invalid-purchase/state": {
    text: "ひと足先に、ほかの人が買いました。",
    todo: "今かかっている作品をご覧ください。",
  },
  "payout-refused": {
    text: "チェーンに断られました。",
    todo: "支払いはされていません。もう一度内容をご覧ください。",
  },
  "payout-unavailable": {
    text: "チェーンが応答しません。",
    todo: "支払いはされていません。少し待ってお試しください。",
  },
  "invalid-shape": { text: "サーバーの答えを理解できませんでした。", todo: again },
  "gas-limit": {
    text: "この世界が一日に払う通行料の上限に達しました。",
    todo: "明日またお試しいただくか、ご自身でお支払いください。",
  },
  "avatar-unfit": {
    text: "この世界では使えないアバターです。",
    todo: "別のものを選ぶか、書き出し直してください。",
  },
  "avatars-full": {
    text: "この世界には、もうアバターを置く場所がありません。",
    todo: "備え付けのものから選んでください。",
  },
  "body-too-large": { text: "大きすぎます。", todo: "小さなものを選んでください。" },
  "server-busy": {
    text: "この世界は今、手いっぱいです。",
    todo: "少し待って、もう一度お試しください。",
  },
  "platform-not-ready": {
    text: "この世界はまだ準備中です。",
    todo: "少し待って、もう一度お試しください。",
  },
  "transaction-pending": {
    text: "チェーンへの書き込みに時間がかかっています。",
    todo: "少し待ってから見直してください。あとから済むこともあります。",
  },
  "transaction-reverted": {
    text: "チェーンが断りました。",
    todo: "失われたものはありません。もう一度お試しください。",
  },
  "world-chain": {
    text: "チェーンが応答しません。",
    todo: "失われたものはありません。少し待ってお試しください。",
  },
  "purchase-refused": {
    text: "画廊がこの売買を受け付けませんでした。",
    todo: "支払いはされていません。もう一度内容をご覧ください。",
  },
  "application-refused": {
    text: "説明会が応募を受け付けませんでした。",
    todo: "何も残っていません。選んだ内容を見直してください。",
  },
  "application-refused/too-old": {
    text: "届いたときには署名が古くなっていました。",
    todo: "端末の時計を確かめて、署名し直してください。",
  },
  "application-refused/too-many": {
    text: "この会社への応募が多すぎます。",
    todo: "先にどれかを取り下げてください。",
  },
  "application-refused/field-missing": {
    text: "会社が必要とする項目が足りません。",
    todo: "必須の項目を入力してください。",
  },
  "application-unknown": {
    text: "説明会にこの応募はもうありません。",
    todo: "すでに取り下げられています。",
  },
  "origin-refused": {
    text: "このページからはその世界と話せません。",
    todo: "世界が示すアドレスで開いてください。",
  },
  "desk-refused": {
    text: "この窓口は専用のアドレスでだけ開きます。",
    todo: "説明会の運営者に窓口のアドレスをたずねてください。",
  },
  "not-inside": { text: "まだ世界に着いていません。", todo: "少し待ってお試しください。" },
};

/** What the page says for a moment, in Japanese. */
export const jaNotices: WorldWords["notices"] = {
  "key-not-kept": () =>
    "このブラウザーは次回のために何も保存しません。離れる前に、鍵の控えを作ってください。",
  "gift-arrived": () => "あなたのものになりました。手に持っています。",
  "backup-made": () => "鍵の控えができました。",
  "one-at-a-time": () => "渡れるのは一度にひとつです。手に持っていたものは、ここに残りました。",
  "item-arrived": (place) => `送ったものが${place}に届きました。`,
  "item-returned": (place) => `送ったものが${place}に戻りました。`,
  "avatar-problem": () => "描けないアバターがあったため、別の姿で表示しています。",
  "context-lost": () => "表示が途切れたため、描き直しています。",
  "no-way": () => "そこへは歩いて行けません。",
  "not-heard": () => "接続されていないため、誰にも届きませんでした。",
  "avatar-sent": () => "あなたのアバターが、みんなに見えるようになりました。",
  bought: (title) =>
    title === "" ? "あなたのものになりました。" : `「${title}」はあなたのものになりました。`,
  offered: () => "売りに出ました。",
  "taken-back": () => "売りものではなくなりました。",
  "work-hangs": (title) => `「${title}」が伽藍に飾られました。`,
  "yen-arrived": () => "お試し円が届きました。",
};
