import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../src/kernel/assert.ts';
import { projectRoot } from '../../../src/platform/project-root.ts';

/** What a class of business meets of one window. */
export type Outcome = 'done' | 'warned' | 'refused';

/** A row of the table of docs/maintenance.md: the transactions of a class, and what they meet when. */
export type BusinessClass = {
  readonly hospital: readonly string[];
  readonly national: readonly string[];
  readonly before: Outcome;
  readonly lead: Outcome;
  readonly leadWithWarning: Outcome;
  readonly window: Outcome;
};

/** The table as it is written for people: business that is named in no row is of the last. */
export const writtenTable = (): readonly BusinessClass[] => {
  const page = readFileSync(join(projectRoot(), 'docs', 'maintenance.md'), 'utf8');
  const [, table = ''] = /^## What passes when\n\n\|[^\n]+\n\|[-| ]+\n((?:\|[^\n]+\n)+)/m.exec(page) ?? [];
  const rows = table.trim().split('\n');
  must(rows.length === 3, 'the page has a table of three classes');
  return rows.map(classOf);
};

const classOf = (row: string): BusinessClass => {
  const [, , hospital = '', national = '', ...outcomes] = row.split('|').map((cell) => cell.trim());
  const [before, lead, leadWithWarning, window] = outcomes.map(outcomeOf);
  must(before && lead && leadWithWarning && window, `the row says four outcomes: ${row}`);
  return { hospital: hospital.split(' '), national: national.split(' '), before, lead, leadWithWarning, window };
};

const outcomeOf = (word: string): Outcome | undefined =>
  word === 'done' || word === 'warned' || word === 'refused' ? word : undefined;
