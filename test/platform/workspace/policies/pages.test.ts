import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyPages } from '../../../../scripts/policy-pages.ts';

const pages = policyPages().map(([path]) => path);

it('every place of the seeds has a page', () => {
  const folders = readdirSync('seeds/policies').map((name) => `docs/policies/${name}.md`);
  expect(pages).toEqual(['docs/policies/README.md', ...folders.sort()]);
});

it('no page is left of a place that is gone: delete it and commit', () => {
  expect(
    readdirSync('docs/policies')
      .map((name) => `docs/policies/${name}`)
      .sort(),
  ).toEqual([...pages].sort());
});
