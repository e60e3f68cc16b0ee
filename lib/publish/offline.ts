/** Where a packed workspace has what others download: Deno, npm packages, wheels. */

/** Folder below the root. */
export const OFFLINE = "offline";
/** In it, the npm packages as Deno keeps them. */
export const DENO_DIR = "deno-dir";
/** In it, the Python packages. */
export const WHEELS = "wheels";
