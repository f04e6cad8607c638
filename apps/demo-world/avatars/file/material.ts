/**
 * The one material: VRMC_materials_mtoon 1.0 with two soft tones, and a matt glTF material for
 * programs that do not know it. Textures: 0 by light, 1 in the shade. No outline: it would be a
 * second draw call for every figure.
 */
export function toonMaterial(): object {
  return {
    name: "toon",
    pbrMetallicRoughness: {
      baseColorTexture: { index: 0 },
      metallicFactor: 0,
      roughnessFactor: 0.9,
    },
    doubleSided: true,
    extensions: {
      VRMC_materials_mtoon: {
        specVersion: "1.0",
        shadeColorFactor: [1, 1, 1],
        shadeMultiplyTexture: { index: 1 },
        shadingShiftFactor: -0.04,
        shadingToonyFactor: 0.72,
        giEqualizationFactor: 0.9,
        parametricRimColorFactor: [0.09, 0.11, 0.12],
        parametricRimFresnelPowerFactor: 4.5,
        parametricRimLiftFactor: 0.02,
        rimLightingMixFactor: 1,
        outlineWidthMode: "none",
      },
    },
  };
}
