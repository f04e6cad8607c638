/** Fetches a picture so that a canvas may be painted with it; undefined where it does not come. */
export function loadPicture(url: string): Promise<CanvasImageSource | undefined> {
  if (typeof Image === "undefined") return Promise.resolve(undefined);
  return new Promise((done) => {
    const image = new Image();
    image.crossOrigin = "anonymous";
    image.onload = () => done(image);
    image.onerror = () => done(undefined);
    image.src = url;
  });
}
