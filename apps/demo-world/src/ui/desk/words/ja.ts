import type { DeskWords } from "./words.ts";

/** The desk in Japanese. */
export const ja: DeskWords = {
  title: "窓口",
  lead: "応募してきた人、ブースでの質問、そして皆さんの答え。",
  opening: "窓口を開いています",
  lockedTitle: "この窓口は閉じています",
  lockedText:
    "説明会の運営者から会社に渡されたアドレスで開きます。もう一度そのアドレスを開いてください。",
  lost: "接続が切れました。つなぎ直しています。失われたものはありません。",
  live: "受信中",
  applications: "応募",
  count: (count) => `応募 ${count}件`,
  none: "まだ応募はありません。届くと、ここにひとりでに現れます。",
  verified: "この端末で検証済み",
  verifiedText:
    "この端末で確かめました。応募者の鍵による、この会社宛ての署名で、書き換えられていません。",
  unverified: "本物ではありません",
  unverifiedText: "署名が内容と合いません。信用しないでください。",
  applicant: "応募者の鍵",
  job: "職種",
  received: "受付",
  signedAt: "署名",
  receipt: "控えの番号",
  exportAll: "JSONで書き出す",
  exportText:
    "書き出したものは会社の責任になります。取り下げられた応募はここから消えますが、写しは消えません。",
  withdrawn: (count) => `取り下げられた応募 ${count}件`,
  withdrawnNow:
    "たった今、応募がひとつ取り下げられ、ここから消えました。書き出した写しも消してください。",
  talk: "ブースでの会話",
  talkText: "相手には会社の名前と答えが見えます。こちらに見えるのは、相手の頭の上の名前です。",
  talkNone: "まだ質問はありません。",
  staff: "スタッフ",
  answer: "答え",
  say: "答える",
  sayFailed: "届きませんでした。もう一度お試しください。",
  language: "言語",
};
