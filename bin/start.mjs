import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLE = `${ROOT}dist/kuasheng.mjs`;

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders count too: a file that was removed shows in the time of its folder only. */
const bundled = () => [
  ...['src', 'package-lock.json', 'scripts/build.mjs'],
  ...readdirSync(`${ROOT}src`, { recursive: true }).map((path) => `src/${path}`),
];

const isStale = () => {
  const builtAt = changedAt(BUNDLE);
  return bundled().some((path) => changedAt(ROOT + path) > builtAt);
};

// An installed package has no src and brings its bundle; a working copy builds it when something has changed.
if (existsSync(`${ROOT}src`) && isStale()) {
  const { build } = await import('../scripts/build.mjs');
  await build();
}

process.setSourceMapsEnabled(true);
await import('../dist/kuasheng.mjs');
