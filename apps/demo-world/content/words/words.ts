/** The same words in both of the world's languages. */
export interface Words {
  en: string;
  ja: string;
}

/** English, then Japanese. */
export const words = (en: string, ja: string): Words => ({ en, ja });
