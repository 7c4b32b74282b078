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
 * hundreds; the thread that reads journals into one beside it. The SQLite driver is native and stays outside.
 */
export const build = async () => {
  const { outputFiles } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: {
      kuasheng: 'src/platform/cli/main.ts',
      // A thread is a file of its own (src/platform/store/sqlite/journal-thread/start-thread.ts).
      'journal-thread': 'src/platform/store/sqlite/journal-thread/thread.ts',
    },
    outdir: dirname(BUNDLE),
    outExtension: { '.js': '.mjs' },
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
  // The bundle last: it is what counts as built.
  const bundleLast = [...outputFiles].sort((a, b) => Number(a.path === BUNDLE) - Number(b.path === BUNDLE));
  for (const { path, contents } of bundleLast) await replaceFile(path, contents);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
