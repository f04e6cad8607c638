import type { FindingCatalogue, FindingReport } from "../primitives/index.ts";

/** Every finding of the metadata reader. */
export type AssetFindingCode =
  | "metadata-bom"
  | "metadata-name-missing"
  | "metadata-field-alias"
  | "metadata-field-coerced"
  | "metadata-field-type"
  | "metadata-field-unknown"
  | "metadata-field-dangerous"
  | "metadata-text-unsafe"
  | "metadata-text-too-long"
  | "metadata-too-deep"
  | "metadata-attributes-map"
  | "metadata-attribute-invalid"
  | "metadata-attributes-too-many"
  | "metadata-colour-invalid"
  | "metadata-link-scheme"
  | "metadata-link-invalid"
  | "metadata-link-unsafe"
  | "metadata-link-media-type"
  | "metadata-link-too-long"
  | "metadata-link-content-id"
  | "metadata-link-gateway"
  | "metadata-link-prefix"
  | "metadata-link-spaces"
  | "metadata-link-svg"
  | "metadata-portable-version"
  | "metadata-portable-invalid";

/** What each metadata finding says. */
export const ASSET_FINDINGS: FindingCatalogue<AssetFindingCode> = {
  "metadata-bom": {
    severity: "warning",
    en: "The text begins with a byte-order mark, which JSON forbids.",
    ja: "JSON で禁じられているバイト順マーク (BOM) があります。",
  },
  "metadata-name-missing": {
    severity: "error",
    en: "The asset has no name.",
    ja: "名前がありません。",
  },
  "metadata-field-alias": {
    severity: "warning",
    en: "This field is read as {}, which is its standard name.",
    ja: "この項目は、標準の名前である {} として読みます。",
  },
  "metadata-field-coerced": {
    severity: "warning",
    en: "The value {} has the wrong type and is converted.",
    ja: "値 {} の型が正しくないため、変換して読みます。",
  },
  "metadata-field-type": {
    severity: "warning",
    en: "The value has the wrong type ({}) and is left out.",
    ja: "値の型 ({}) が正しくないため、読みません。",
  },
  "metadata-field-unknown": {
    severity: "info",
    en: "The field {} is not part of the schema and is left out.",
    ja: "項目 {} はスキーマにないため、読みません。",
  },
  "metadata-field-dangerous": {
    severity: "error",
    en: "The field name {} can harm programs that read it, and is left out.",
    ja: "項目名 {} は読み手のプログラムを壊すおそれがあるため、読みません。",
  },
  "metadata-text-unsafe": {
    severity: "warning",
    en: "The text {} held control or direction-override characters, which are removed.",
    ja: "文字列 {} に含まれる制御文字または文字方向の上書きを取り除きました。",
  },
  "metadata-text-too-long": {
    severity: "warning",
    en: "The text is longer than {} characters and is cut.",
    ja: "文字列が {} 文字を超えるため、切り詰めます。",
  },
  "metadata-too-deep": {
    severity: "error",
    en: "The value is nested deeper than {} levels and is left out.",
    ja: "入れ子が {} 段を超えるため、読みません。",
  },
  "metadata-attributes-map": {
    severity: "warning",
    en: "The attributes are an object; they are read as a list.",
    ja: "属性がオブジェクトで書かれているため、リストとして読みます。",
  },
  "metadata-attribute-invalid": {
    severity: "warning",
    en: "The attribute has no value that can be shown, and is left out.",
    ja: "表示できる値のない属性のため、読みません。",
  },
  "metadata-attributes-too-many": {
    severity: "warning",
    en: "There are more than {} attributes; the rest is left out.",
    ja: "属性が {} 個を超えるため、残りは読みません。",
  },
  "metadata-colour-invalid": {
    severity: "warning",
    en: "The background colour {} is not six hexadecimal digits without #.",
    ja: "背景色 {} が、# を除いた 16 進数 6 桁ではありません。",
  },
  "metadata-link-scheme": {
    severity: "error",
    en: "Only https, ipfs, ar and data links are kept, so {} is left out.",
    ja: "https・ipfs・ar・data 以外のリンクのため、{} は読みません。",
  },
  "metadata-link-invalid": {
    severity: "error",
    en: "{} is not a link that can be followed; it is left out.",
    ja: "{} はたどれるリンクではないため、読みません。",
  },
  "metadata-link-unsafe": {
    severity: "error",
    en: "The link {} hides control characters, direction overrides or a password; it is left out.",
    ja: "リンク {} に制御文字・文字方向の上書き・パスワードが含まれるため、読みません。",
  },
  "metadata-link-media-type": {
    severity: "error",
    en: "The data link is of a media type that is not kept: {}.",
    ja: "data リンクのメディアタイプ {} は読みません。",
  },
  "metadata-link-too-long": {
    severity: "error",
    en: "The link is longer than {} characters and is left out.",
    ja: "リンクが {} 文字を超えるため、読みません。",
  },
  "metadata-link-content-id": {
    severity: "error",
    en: "The ipfs link {} does not name a content id (CID); it is left out.",
    ja: "ipfs リンク {} にコンテンツ ID (CID) がないため、読みません。",
  },
  "metadata-link-gateway": {
    severity: "warning",
    en: "The link goes through an IPFS gateway; it is read as {}.",
    ja: "IPFS ゲートウェイ経由のリンクのため、{} として読みます。",
  },
  "metadata-link-prefix": {
    severity: "warning",
    en: "The ipfs link is not in its usual form; it is read as {}.",
    ja: "ipfs リンクの書き方が通常と異なるため、{} として読みます。",
  },
  "metadata-link-spaces": {
    severity: "warning",
    en: "The link holds spaces; it is read as {}.",
    ja: "リンクに空白が含まれるため、{} として読みます。",
  },
  "metadata-link-svg": {
    severity: "info",
    en: "The link carries an SVG image, which can hold scripts: show it as an image only.",
    ja: "スクリプトを含みうる SVG 画像です。画像としてのみ表示してください。",
  },
  "metadata-portable-version": {
    severity: "error",
    en: "The portable fields are of version {}, which is not known; they are left out.",
    ja: "ポータブル項目のバージョン {} は未対応のため、読みません。",
  },
  "metadata-portable-invalid": {
    severity: "error",
    en: "This portable field is wrong and is left out: {}.",
    ja: "このポータブル項目は正しくないため、読みません: {}",
  },
};

/** Where the metadata reader notes what it finds. */
export type AssetReport = FindingReport<AssetFindingCode>;
