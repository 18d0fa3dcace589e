/**
 * Whether a path is one of our own, which alone a browser is ever sent to: "//x" is another site to it, and since it
 * drops tabs and line ends, "/⇥/x" is so too.
 */
export const isOurPath = (path: string): boolean => /^\/(?![/\\])[!-~]*$/.test(path)
