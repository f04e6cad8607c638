/** As found in the wild: another name for the image, and a link that must never be followed. */
export const SAMPLE_METADATA = JSON.stringify({
  name: "Tamatebako",
  description: "Do not open.",
  image_url: "ipfs://bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
  external_url: "javascript:alert(1)",
});
