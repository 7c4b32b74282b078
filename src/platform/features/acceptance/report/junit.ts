import type { Status, StatusRow, StatusSide } from '../status.ts';
import { element, escaped } from '../../printed/markup.ts';

/** The status as JUnit XML: a suite for each side and disease, a case for each requirement. */
export const junitOf = ({ sides, name }: Status): string => {
  const suites = sides.flatMap(suitesOf);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', suites.join('\n'), { name: `${name}验收` })}\n`;
};

const suitesOf = ({ name: side, rows }: StatusSide): string[] => {
  const diseases = [...new Set(rows.map(({ disease }) => disease))];
  return diseases.map((disease) => {
    const own = rows.filter((row) => row.disease === disease);
    return element('testsuite', `\n${own.map(caseOf).join('\n')}\n`, {
      name: `${side} ${disease}`,
      tests: String(own.length),
      failures: String(own.filter(({ blocks, state }) => blocks && state !== 'error').length),
      errors: String(own.filter(({ state }) => state === 'error').length),
      skipped: String(own.filter(isSkipped).length),
    });
  });
};

/** What need not be verified, or rests on the province's word, and does not block. */
const isSkipped = ({ blocks, state }: StatusRow): boolean => !blocks && state !== 'pass';

const caseOf = (row: StatusRow): string =>
  element('testcase', outcomeOf(row), { classname: row.clause, name: `${row.id} ${row.title}` });

const outcomeOf = (row: StatusRow): string => {
  const message = messageOf(row);
  if (row.state === 'error') return element('error', '', { message });
  if (row.blocks) return element('failure', escaped(row.next?.says ?? ''), { type: row.state, message });
  return isSkipped(row) ? element('skipped', '', { message }) : '';
};

const messageOf = ({ stateName, seen, required, lacking, note, explanation, failed }: StatusRow): string =>
  [`${stateName} ${seen}/${required}`, ...lacking, note, failed?.text, explanation]
    .filter((part) => part !== undefined && part !== '')
    .join('；');
