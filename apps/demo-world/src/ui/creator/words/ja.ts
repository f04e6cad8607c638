import { jaForms } from "./ja-forms.ts";
import { jaMoney } from "./ja-money.ts";
import { jaDeskProblems } from "./ja-problems.ts";
import type { CreatorWords } from "./words.ts";

/** The creator's desk in Japanese. */
export const ja: CreatorWords = {
  ...jaMoney,
  ...jaForms,
  title: "つくり手の帳場",
  lead: "作品が生んだお金が、いくら、いまどこにあり、どう手元に届くか。",
  skip: "お金へ移動",
  language: "言語",
  theme: "明るさ",
  themes: { system: "端末に合わせる", light: "昼", dark: "夜" },
  footer:
    "このデモの円はテスト用の円です。金額はチェーンから読みます。ノードの話は、明細書に署名するまではそのノードの言葉です。",
  failed: "この部分を表示できませんでした。ほかは使えます。",
  zone: {
    loading: "経済圏を読んでいます",
    unavailable: "経済圏のマニフェストがまだありません。もう一度試しています。",
    refused: "この経済圏のマニフェストは信用できません",
    refusedText: "この中の誰にも問い合わせていません。このアドレスを渡した人に伝えてください。",
  },
  node: {
    asking: "ノードを探しています",
    live: (partner) => `${partner}のノードより`,
    none: "支払いを伝えるノードがありません",
    noneText:
      "支払いを読んでいるノードが応答しません。残高と預かり金はチェーンから読めています。支払いの一覧と明細書は、ノードが戻ればひとりでに現れます。",
  },
  who: {
    own: "あなたの鍵",
    other: "見るだけ",
    otherText:
      "このブラウザーの鍵とは別のアカウントです。見ることは誰にでもできますが、動かせるのはその鍵だけです。",
    nobody: "このブラウザーに鍵はありません",
    nobodyText:
      "一度世界に入って鍵を作ると、ここがあなたの帳場になります。アドレスを入れて、ほかのアカウントを見ることもできます。",
    toWorld: "世界へ",
    account: "アカウント",
    lookAt: "アカウントを見る",
    look: "見る",
    back: "自分のものに戻る",
    invalid: "アカウントは0xと、数字かaからfまでの40文字です。",
    copy: "アカウントを写す",
    copied: "写しました",
    copyFailed: "写せませんでした",
    shared: "問い合わせを受けるノードとチェーンには、どのアカウントを見ているかが伝わります。",
  },
  key: {
    open: "鍵を開く",
    close: "鍵を閉じる",
    opened: "鍵は開いています",
    title: "鍵を開く",
    text: "見るだけなら鍵は要りません。お金を動かすときは、この端末で署名します。",
    passkey: "パスキーで開く",
    passphrase: "合言葉",
    submit: "開く",
    opening: "開いています",
    cancel: "今はしない",
    needed: "ここからは鍵を開く必要があります。",
    notYours: "これができるのは、このアカウントの鍵だけです。",
  },
  problems: jaDeskProblems,
  unknownProblem: {
    text: "うまくいきませんでした。",
    todo: "もう一度お試しください。",
  },
};
