import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RepeatWrapping,
  RGBAFormat,
  SRGBColorSpace,
} from "three";

/** Bytes (red, green, blue, alpha) as a texture. A picture of colours is sRGB; of anything else, data. */
export function dataTexture(
  bytes: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
  options: { repeat?: boolean; data?: boolean; mipmaps?: boolean } = {},
): DataTexture {
  const { repeat = false, data = false, mipmaps = true } = options;
  const texture = new DataTexture(bytes, width, height, RGBAFormat);
  texture.colorSpace = data ? NoColorSpace : SRGBColorSpace;
  texture.magFilter = LinearFilter;
  texture.minFilter = mipmaps ? LinearMipmapLinearFilter : LinearFilter;
  texture.generateMipmaps = mipmaps;
  texture.anisotropy = 8;
  if (repeat) {
    texture.wrapS = RepeatWrapping;
    texture.wrapT = RepeatWrapping;
  }
  texture.needsUpdate = true;
  return texture;
}
