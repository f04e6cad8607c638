/** Makes work that is going on for a key be shared by all who ask for it meanwhile. */
export function shared<K extends string, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const going = new Map<string, Promise<T>>();
  return (key) => {
    const known = going.get(key);
    if (known !== undefined) return known;
    const promise = work(key).finally(() => going.delete(key));
    going.set(key, promise);
    return promise;
  };
}
