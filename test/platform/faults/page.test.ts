import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../../src/platform/faults/kinds.ts';
import { MAGIC } from '../../../src/platform/faults/magic-faults.ts';
import { projectRoot } from '../../../src/platform/project-root.ts';

const page = readFileSync(join(projectRoot(), 'docs/faults.md'), 'utf8');

/** The lines of the page's tables that begin with a name in code. */
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

const rowOf = ({ kind, title, about, his, scopes }: (typeof FAULT_KINDS)[number]): string =>
  `| \`${kind}\` | ${title} | ${scopes.join(', ')} | ${about} | ${his} |`;

describe('docs/faults.md', () => {
  it('lists every kind as it is, in the order of the registry, and no other', () => {
    expect(rows.filter((row) => row.split('|').length === 7)).toEqual(FAULT_KINDS.map(rowOf));
  });

  it('lists every magic value', () => {
    for (const { kind, how } of MAGIC) expect(page).toContain(`| ${how} | \`${kind}\``);
  });
});
