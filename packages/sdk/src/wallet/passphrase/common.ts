/**
 * What guessers try first, in the languages of our people: whole passwords and the words they are made
 * of, in lower case, with digits that stand for letters already read as letters. Short on purpose: a
 * passphrase is judged by its length, and these only keep length from being had for nothing.
 */
export const COMMON_WORDS: readonly string[] = [
  "password passwort passphrase passwd pass1234 letmein welcome login admin administrator root guest",
  "user master secret changeme default access private security qazwsx 1q2w3e4r 1qaz2wsx q1w2e3r4",
  "iloveyou loveyou love princess sunshine shadow dragon monkey tiger football baseball soccer",
  "basketball hockey superman batman spiderman starwars trustno1 whatever freedom hello summer winter",
  "spring autumn flower cookie chocolate cheese coffee banana orange cherry ginger pepper silver golden",
  "diamond angel heaven lucky jesus michael jordan daniel thomas robert jessica ashley nicole charlie",
  "killer hunter ranger matrix computer internet samsung google facebook twitter youtube microsoft",
  "apple android windows pokemon pikachu naruto doraemon minecraft nintendo playstation mario zelda",
  "correcthorsebatterystaple correct horse battery staple wallet bitcoin ethereum crypto metamask",
  "sakura himawari hinata haruka yuki takeshi kenji suzuki tanaka sato yamada watanabe takahashi",
  "nippon nihon japan tokyo osaka kyoto yokohama fujisan arigato arigatou konnichiwa aishiteru daisuki",
  "ryugu ryugukoku urashima otohime metaverse minato garan",
  "パスワード ぱすわーど あいしてる だいすき ありがとう こんにちは さくら ひみつ 暗証番号 合言葉 秘密 愛してる 大好き",
].flatMap((line) => line.split(" "));

/** Rows of keys that fingers run along. */
export const KEY_ROWS: readonly string[] = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "あいうえお",
  "いろはにほへと",
];
