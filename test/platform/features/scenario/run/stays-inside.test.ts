import { expect, it } from 'vitest';
import { staysInside } from '../../../../../src/platform/features/scenario/run/stays-inside.ts';

it.each(['/filings', '/faults/F0001', '/journal?text=../a', '/persons/%E7%A7%A6', '/devices/reader-1/api/open'])(
  '%s stays in the workspace',
  (path) => {
    expect(staysInside(path)).toBe(true);
  },
);

it.each([
  '/workspaces/other',
  '/%77orkspaces/other',
  '/faults/../workspaces/other',
  '/./workspaces/other',
  '/x/%2e%2e/workspaces/other',
  '/x/..%2fworkspaces/other',
  '/x\\..\\workspaces',
  '//workspaces/other',
  '/faults/',
  '/%zz',
])('%s does not', (path) => {
  expect(staysInside(path)).toBe(false);
});
