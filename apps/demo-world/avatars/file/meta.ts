/** Who may do what with a figure (VRMC_vrm 1.0, meta): everyone may do what harms nobody. */
export function meta(nameEn: string, nameJa: string, thumbnail: number) {
  return {
    name: `${nameEn} (${nameJa})`,
    version: "1.0.0",
    authors: ["Ryugu contributors"],
    copyrightInformation: "Ryugu contributors, Apache-2.0",
    thumbnailImage: thumbnail,
    licenseUrl: "https://vrm.dev/licenses/1.0/",
    avatarPermission: "everyone",
    allowExcessivelyViolentUsage: false,
    allowExcessivelySexualUsage: false,
    commercialUsage: "corporation",
    allowPoliticalOrReligiousUsage: false,
    allowAntisocialOrHateUsage: false,
    creditNotation: "unnecessary",
    allowRedistribution: true,
    modification: "allowModificationRedistribution",
  };
}
