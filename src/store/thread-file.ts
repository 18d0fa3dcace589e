/**
 * Where the file of a thread lies: from source it is its own; in the bundle, whose parts lie in one folder, the one made of
 * it (an entry of `tools/build.mjs`).
 * @param name its path under `src`, without its ending
 */
export const threadFile = (name: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`../${name}.ts`, import.meta.url)
    : new URL(`./${name}.js`, import.meta.url)
