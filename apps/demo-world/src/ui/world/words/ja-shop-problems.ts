import type { ProblemWords } from "./words.ts";

/** What went wrong at the easel, at the stall and while selling, in Japanese. */
export const jaShopProblems: Record<string, ProblemWords> = {
  "picture-unusable": {
    text: "このブラウザーでは画像として読めません。",
    todo: "PNG、JPEG、WebPのどれかを選んでください。",
  },
  "picture-unusable/too-large": {
    text: "画像が30MBを超えるため、読み込みませんでした。",
    todo: "小さなものを選んでください。",
  },
  "picture-refused": {
    text: "この画像は画廊に飾れません。",
    todo: "別のものを選ぶか、PNGかJPEGで保存し直してください。",
  },
  "picture-refused/your-room": {
    text: "お一人で預けられる画像の数に達しました。",
    todo: "明日またお試しください。",
  },
  "picture-refused/room": {
    text: "画廊には今、画像を置く場所がありません。",
    todo: "あとでお試しください。",
  },
  "invalid-address": {
    text: "アカウントのどれかに誤りがあります。",
    todo: "元のところから、もう一度写してください。",
  },
  "work-refused": {
    text: "画廊がこの作品を受け付けませんでした。",
    todo: "内容を見直して、もう一度お試しください。",
  },
  "work-refused/title": {
    text: "この題名には、ほかの人が読める文字がありません。",
    todo: "別の題名にしてください。",
  },
  "work-refused/name": {
    text: "作者の名前に、ほかの人が読める文字がありません。",
    todo: "別の書き方にしてください。",
  },
  "work-refused/payee": {
    text: "お金を受け取れないアカウントがあります。",
    todo: "その作者に、本人のアカウントをたずねてください。",
  },
  "work-refused/often": {
    text: "一日に作れる数に達しました。",
    todo: "明日またお試しください。",
  },
  "work-refused/full": {
    text: "今は空いている額がありません。",
    todo: "作品が売れると額が空きます。あとでお試しください。",
  },
  "order-refused": {
    text: "市場がこの出品を受け付けませんでした。",
    todo: "あなたのもののままです。価格を見直して、もう一度お試しください。",
  },
  "order-refused/stale": {
    text: "もう手元にないか、市場に受け渡しが許されていません。",
    todo: "持ちものを確かめ直してください。",
  },
  "order-refused/filled": { text: "すでに売れています。", todo: "市をご覧ください。" },
  "order-refused/royalty": {
    text: "作者のロイヤルティが変わりました。",
    todo: "受け取る額を見直して、もう一度お試しください。",
  },
  "order-refused/too-many": {
    text: "お一人で出品できる数に達しました。",
    todo: "先にどれかを取り下げてください。",
  },
  "order-refused/full": { text: "市は今、いっぱいです。", todo: "あとでお試しください。" },
};
