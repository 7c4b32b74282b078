import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLE = `${ROOT}dist/kuasheng.mjs`;

/** Packages in CommonJS ask for Node's modules by require, which an ES module does not have. */
const REQUIRE = `import { createRequire as kuashengRequire } from 'node:module';
const require = kuashengRequire(import.meta.url);`;

/** A reader of the old file, or a second build, never meets half a file. */
const replaceFile = async (path, contents) => {
  const draft = `${dirname(path)}/.${basename(path)}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
};

/**
 * Bundles the command line and all it needs into dist/kuasheng.mjs: one file starts in a fraction of the time of
 * hundreds. The SQLite driver is native and stays outside.
 */
export const build = async () => {
  const { outputFiles } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['src/platform/cli/main.ts'],
    outfile: BUNDLE,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    external: ['better-sqlite3'],
    banner: { js: REQUIRE },
    sourcemap: true,
    sourcesContent: false,
    charset: 'utf8',
    logLevel: 'warning',
  });
  await mkdir(dirname(BUNDLE), { recursive: true });
  // The map first: the bundle is what counts as built.
  const mapFirst = [...outputFiles].sort((a, b) => Number(b.path.endsWith('.map')) - Number(a.path.endsWith('.map')));
  for (const { path, contents } of mapFirst) await replaceFile(path, contents);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
