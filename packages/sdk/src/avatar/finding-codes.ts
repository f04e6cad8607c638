import type { FindingCatalogue, FindingReport } from "../primitives/index.ts";

/**
 * Every finding of the avatar inspector. A code with severity `error` is also the code of the error
 * that refuses the file.
 */
export type AvatarFindingCode =
  | "avatar-shape-invalid"
  | "avatar-index-dangling"
  | "avatar-accessor-out-of-bounds"
  | "avatar-nodes-not-a-tree"
  | "avatar-bone-duplicate"
  | "avatar-bone-unmapped"
  | "avatar-bone-missing"
  | "avatar-bone-hierarchy"
  | "avatar-bone-unknown"
  | "avatar-collider-group-missing"
  | "avatar-collider-missing"
  | "avatar-spring-unmapped"
  | "avatar-not-humanoid"
  | "avatar-skeleton-idle"
  | "avatar-expression-target-missing"
  | "avatar-expression-duplicate"
  | "avatar-meta-missing"
  | "avatar-meta-text-unsafe"
  | "avatar-link-dropped"
  | "avatar-two-versions"
  | "avatar-spec-version-missing"
  | "avatar-extension-undeclared"
  | "avatar-extension-required"
  | "glb-trailing-bytes"
  | "glb-chunk-unaligned"
  | "glb-binary-missing";

/** What each avatar finding says. */
export const AVATAR_FINDINGS: FindingCatalogue<AvatarFindingCode> = {
  "avatar-shape-invalid": {
    severity: "error",
    en: "This part of the file does not have the shape it should: {}.",
    ja: "この部分の形式が正しくありません: {}",
  },
  "avatar-index-dangling": {
    severity: "error",
    en: "Index {} points at nothing.",
    ja: "番号 {} が指すものがありません。",
  },
  "avatar-accessor-out-of-bounds": {
    severity: "error",
    en: "The accessor reads {} bytes, more than its buffer view has.",
    ja: "アクセサが {} バイトを読みますが、バッファビューにはそれだけありません。",
  },
  "avatar-nodes-not-a-tree": {
    severity: "error",
    en: "Node {} has two parents or is its own ancestor.",
    ja: "ノード {} に親が二つあるか、自分自身の祖先になっています。",
  },
  "avatar-bone-duplicate": {
    severity: "error",
    en: "The bone {} is assigned twice, or shares its node with another bone.",
    ja: "ボーン {} が二重に割り当てられているか、他のボーンとノードを共有しています。",
  },
  "avatar-bone-unmapped": {
    severity: "error",
    en: "The bone {} is assigned to a node that does not exist.",
    ja: "ボーン {} が、存在しないノードに割り当てられています。",
  },
  "avatar-bone-missing": {
    severity: "error",
    en: "The required bone {} is not assigned.",
    ja: "必須ボーン {} が割り当てられていません。",
  },
  "avatar-bone-hierarchy": {
    severity: "error",
    en: "The bone {} is not below the bone that should be its parent.",
    ja: "ボーン {} が、親になるべきボーンの下にありません。",
  },
  "avatar-bone-unknown": {
    severity: "warning",
    en: "{} is not the name of a humanoid bone; it is ignored.",
    ja: "{} はヒューマノイドボーンの名前ではないため、無視します。",
  },
  "avatar-collider-group-missing": {
    severity: "error",
    en: "The spring uses collider group {}, which does not exist.",
    ja: "揺れものが、存在しないコライダーグループ {} を使っています。",
  },
  "avatar-collider-missing": {
    severity: "error",
    en: "The collider group uses collider {}, which does not exist.",
    ja: "コライダーグループが、存在しないコライダー {} を使っています。",
  },
  "avatar-spring-unmapped": {
    severity: "error",
    en: "The spring or collider names node {}, which does not exist.",
    ja: "揺れものまたはコライダーが、存在しないノード {} を指しています。",
  },
  "avatar-not-humanoid": {
    severity: "error",
    en: "The avatar has no humanoid body: its skeleton is missing, or a bare stand-in that moves no mesh.",
    ja: "人型のアバターではありません。骨格がないか、どのメッシュも動かさない仮の骨格です。",
  },
  "avatar-skeleton-idle": {
    severity: "warning",
    en: "No mesh is skinned to the humanoid bones or attached to one, so the body will not move.",
    ja: "ヒューマノイドボーンに結び付いたメッシュがないため、体が動きません。",
  },
  "avatar-expression-target-missing": {
    severity: "warning",
    en: "The expression {} moves a mesh, morph target or material that does not exist.",
    ja: "表情 {} が、存在しないメッシュ・モーフターゲット・マテリアルを動かそうとしています。",
  },
  "avatar-expression-duplicate": {
    severity: "warning",
    en: "The expression {} is defined twice.",
    ja: "表情 {} が二重に定義されています。",
  },
  "avatar-meta-missing": {
    severity: "warning",
    en: "The field {} is missing from the avatar's meta.",
    ja: "メタ情報に {} がありません。",
  },
  "avatar-meta-text-unsafe": {
    severity: "warning",
    en: "The text {} held control or direction-override characters, which are not shown.",
    ja: "文字列 {} に制御文字または文字方向の上書きが含まれていたため、取り除いて表示します。",
  },
  "avatar-link-dropped": {
    severity: "warning",
    en: "{} is not an http or https link; it is not passed on.",
    ja: "{} は http・https のリンクではないため、取り除きました。",
  },
  "avatar-two-versions": {
    severity: "info",
    en: "The file carries both VRM 0.x and VRM 1.0; it is read as 1.0.",
    ja: "VRM 0.x と 1.0 の両方を含むため、1.0 として読みます。",
  },
  "avatar-spec-version-missing": {
    severity: "info",
    en: "The file does not say which version of its specification it follows.",
    ja: "仕様のバージョンが書かれていません。",
  },
  "avatar-extension-undeclared": {
    severity: "warning",
    en: "The extension {} is used but not named in extensionsUsed.",
    ja: "拡張 {} が使われていますが、extensionsUsed にありません。",
  },
  "avatar-extension-required": {
    severity: "info",
    en: "The file requires the extension {}; programs that do not know it will refuse the file.",
    ja: "拡張 {} が必須とされているため、対応しないソフトでは開けません。",
  },
  "glb-trailing-bytes": {
    severity: "warning",
    en: "{} bytes follow after the end that the header states; they are ignored.",
    ja: "ヘッダーが示す終わりの後に {} バイトあります。無視します。",
  },
  "glb-chunk-unaligned": {
    severity: "info",
    en: "The JSON chunk's length, {}, is no multiple of 4.",
    ja: "JSON チャンクの長さ {} が 4 の倍数ではありません。",
  },
  "glb-binary-missing": {
    severity: "info",
    en: "The file has no binary chunk: its meshes and textures lie elsewhere.",
    ja: "バイナリチャンクがありません。メッシュやテクスチャは別の場所にあります。",
  },
};

/** Where the avatar inspector notes what it finds. */
export type AvatarReport = FindingReport<AvatarFindingCode>;
