import { posix } from 'node:path';
import type { Check, Tree } from './tree.ts';

const LINK = /\]\(<?(?<inline>[^)\s>]+)>?(?:\s[^)]*)?\)|^\[[^\]]+\]:\s+(?<reference>\S+)/gm;
const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|#|\/\/)/i;

const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

const exists = (tree: Tree, path: string): boolean =>
  tree.has(path) || path === '.' || [...tree.keys()].some((known) => known.startsWith(`${path.replace(/\/$/, '')}/`));

const targetsOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(LINK)]
    .map(({ groups }) => groups?.['inline'] ?? groups?.['reference'] ?? '')
    .filter((target) => !ELSEWHERE.test(target))
    .map((target) => decodeURI(target.replace(/[#?].*$/, '')));

/** Links of Markdown files to files of the repository that are not there. */
export const brokenLinks: Check = (tree) =>
  [...tree]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) =>
      targetsOf(text)
        .filter((target) => !exists(tree, posix.join(target.startsWith('/') ? '' : posix.dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );

const ARCHITECTURE = 'docs/architecture.md';
const INVARIANTS = /^(#+) [^\n]*(?:invariant|不变)[^\n]*\n(?<body>[\s\S]*?)(?=^#{1,6} |$(?![\s\S]))/im;

const guardsOf = (invariant: string): string[] =>
  [...invariant.matchAll(/Guards?: (?<paths>(?:`[^`]+`(?:, | and )?)+)/g)].flatMap(({ groups }) =>
    [...(groups?.['paths'] ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
  );

/**
 * The architecture document numbers its invariants under a heading that says so; each names the tests that guard it:
 * "3. Money is moved, never recomputed. Guard: `test/properties/refund.test.ts`".
 */
export const unguardedInvariants: Check = (tree) => {
  const text = tree.get(ARCHITECTURE);
  if (text === undefined) return [];
  const invariants = (INVARIANTS.exec(text)?.groups?.['body'] ?? '').split(/^(?=\d+\. )/m).slice(1);
  if (invariants.length === 0) return [`${ARCHITECTURE}: has no numbered invariants`];
  return invariants.flatMap((invariant) => {
    const label = `${ARCHITECTURE}: ${(invariant.split('\n')[0] ?? '').slice(0, 60)}`;
    const guards = guardsOf(invariant);
    if (guards.length === 0) return [`${label} has no guard`];
    return guards
      .filter((guard) => !tree.has(guard))
      .map((guard) => `${label} is guarded by ${guard}, which is not there`);
  });
};
