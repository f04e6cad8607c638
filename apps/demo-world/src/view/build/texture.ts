import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RepeatWrapping,
  RGBAFormat,
  SRGBColorSpace,
} from "three";

/** How many times a picture is looked up at a slant; a processor that draws cannot afford it. */
export const SHARP = 8;

/** Bytes (red, green, blue, alpha) as a texture. A picture of colours is sRGB; of anything else, data. `sharp` stays clear at a slant. */
export function dataTexture(
  bytes: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
  options: { repeat?: boolean; data?: boolean; sharp?: boolean } = {},
): DataTexture {
  const { repeat = false, data = false, sharp = false } = options;
  const texture = new DataTexture(bytes, width, height, RGBAFormat);
  texture.colorSpace = data ? NoColorSpace : SRGBColorSpace;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = sharp ? SHARP : 1;
  if (repeat) {
    texture.wrapS = RepeatWrapping;
    texture.wrapT = RepeatWrapping;
  }
  texture.needsUpdate = true;
  return texture;
}
