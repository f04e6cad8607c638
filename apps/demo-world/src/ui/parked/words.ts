import type { ParkedReason } from "../../sim/crossing/parked-reason.ts";
import type { Locale } from "../../stores/preferences-store.ts";

/** Why something is parked, and what one can do. */
export type ParkedWords = Readonly<Record<ParkedReason, { text: string; todo: string }>>;

const en: ParkedWords = {
  limit: {
    text: "As many items of its collection as may arrive for now have arrived.",
    todo: "Anyone may try again a little later. If it stays too long, it comes back to you by itself.",
  },
  stopped: {
    text: "The zone's partners have stopped its collection for a few hours, to look into something.",
    todo: "Anyone may try again after that. If it stays too long, it comes back to you by itself.",
  },
  refused: {
    text: "The other chain's rules do not let it in.",
    todo: "It comes back to you by itself when its time is over.",
  },
  "way-closed": {
    text: "The way on from the item's home is closed.",
    todo: "Anyone may try again when it is open. If it stays too long, it comes back to you by itself.",
  },
  "collection-unknown": {
    text: "The other chain has not been told about its collection.",
    todo: "Anyone may send the collection's description once more; after that it can be handed over. A partner of the zone can do it for you.",
  },
  "already-there": {
    text: "The other chain says that this very item stands there already.",
    todo: "Trying again does not help now. Give one of the zone's partners the message id.",
  },
  "not-handed-over": {
    text: "The item's own contract did not hand it over.",
    todo: "Whoever made the item can mend that. After that anyone may try again to hand it over.",
  },
  recipient: {
    text: "It cannot be handed over to the account it was sent to.",
    todo: "Give one of the zone's partners the message id.",
  },
  unreadable: {
    text: "The other chain does not understand what was sent.",
    todo: "Trying again does not help before the zone has mended that. Give one of the zone's partners the message id.",
  },
  unknown: {
    text: "The other chain names no reason that this page knows.",
    todo: "Anyone may try again to hand it over. If that does not help, give one of the zone's partners the message id.",
  },
};

const ja: ParkedWords = {
  limit: {
    text: "このコレクションは、いま到着できる数に達しています。",
    todo: "少し待てば、受け渡しはだれでもやり直せます。期限を過ぎれば、自動であなたのもとに戻ります。",
  },
  stopped: {
    text: "ゾーンの参加企業が確認のため、このコレクションを数時間止めています。",
    todo: "再開したあと、受け渡しはだれでもやり直せます。期限を過ぎれば、自動であなたのもとに戻ります。",
  },
  refused: {
    text: "向こうのチェーンの決まりでは、受け入れられません。",
    todo: "期限を過ぎると、自動であなたのもとに戻ります。",
  },
  "way-closed": {
    text: "アイテムの故郷から先への道が閉じています。",
    todo: "道が開けば、受け渡しはだれでもやり直せます。期限を過ぎれば、自動であなたのもとに戻ります。",
  },
  "collection-unknown": {
    text: "向こうのチェーンに、このコレクションがまだ知らされていません。",
    todo: "コレクションの紹介は、だれでももう一度送れます。そのあと受け渡しができます。参加企業に頼むこともできます。",
  },
  "already-there": {
    text: "向こうのチェーンによると、同じアイテムがすでにあります。",
    todo: "いまはやり直しても受け取れません。ゾーンの参加企業にメッセージIDをお伝えください。",
  },
  "not-handed-over": {
    text: "アイテム自身のコントラクトが、引き渡しませんでした。",
    todo: "直せるのは、アイテムの作り手です。直ったあとは、引き渡しをだれでもやり直せます。",
  },
  recipient: {
    text: "宛先のアカウントには引き渡せません。",
    todo: "ゾーンの参加企業にメッセージIDをお伝えください。",
  },
  unreadable: {
    text: "向こうのチェーンは、送られたものを読み取れません。",
    todo: "ゾーンが直すまでは、やり直しても受け取れません。ゾーンの参加企業にメッセージIDをお伝えください。",
  },
  unknown: {
    text: "向こうのチェーンの示した理由は、このページの知らないものです。",
    todo: "引き渡しはだれでもやり直せます。それでも届かないときは、ゾーンの参加企業にメッセージIDをお伝えください。",
  },
};

/** Why something is parked, in every language. */
export const PARKED_WORDS: Readonly<Record<Locale, ParkedWords>> = { en, ja };
