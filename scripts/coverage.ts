import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../src/kernel/assert.ts';
import { catalogue } from '../src/platform/transactions/catalogue.ts';
import { loadTable, tableNumbers } from '../src/platform/wire/load-table.ts';
import { projectRoot } from '../src/platform/project-root.ts';

const OPENING = '<!-- coverage: written by npm run generate -->';
const CLOSING = '<!-- /coverage -->';

const DOORS = [
  ['hospital', 'hospital door 两定接口'],
  ['national', 'national door 跨省异地就医管理子系统'],
  ['credential', 'credential door 医保电子凭证'],
] as const;

/** How many transactions of a door have behaviour, are only collected, or are refused; and which have behaviour. */
const coverage = (): string => {
  const counts = DOORS.map(([door, name]) => {
    const behaviour = catalogue.filter((definition) => definition.door === door);
    const others = tableNumbers(door).filter((infno) => !behaviour.some((definition) => definition.infno === infno));
    const collected = others.filter((infno) => loadTable(door, infno)?.output.length === 0).length;
    return `| ${name} | ${behaviour.length} | ${collected} | ${others.length - collected} |`;
  });
  const listed = DOORS.flatMap(([door]) =>
    catalogue
      .filter((definition) => definition.door === door)
      .map(({ infno, title }) => `| ${door} | ${infno} | ${title} | ${loadTable(door, infno)?.fidelity ?? ''} |`),
  );
  return [
    '| | behaviour 办理业务 | collected 收下存档 | refused 说明未提供 |',
    '|---|---|---|---|',
    ...counts,
    '',
    '| door | transaction | | fidelity |',
    '|---|---|---|---|',
    ...listed,
  ].join('\n');
};

/** A README with its coverage table as the catalogue has it now. */
export const withCoverage = (path: string): string => {
  const text = readFileSync(join(projectRoot(), path), 'utf8');
  const [before, rest] = text.split(OPENING);
  const after = rest?.split(CLOSING)[1];
  must(before !== undefined && after !== undefined, `${path} has a place for the coverage table`);
  return `${before}${OPENING}\n\n${coverage()}\n\n${CLOSING}${after}`;
};
