import { element, escaped } from '../../printed/markup.ts';
import type { Case, Verdict } from '../types/verdict.ts';
import { subjectInWords, sumsInWords } from './in-words.ts';
import { VERDICT_NAMES } from './names.ts';

/** The verdict as JUnit XML: a case for each business case, and one for the sums. What is unresolved is skipped. */
export const verdictJunit = ({ cases, sums }: Verdict): string => {
  const agrees = sums.unexplained === 0;
  const total = element('testcase', agrees ? '' : element('failure', '', { message: sumsInWords(sums) }), {
    classname: 'verdict',
    name: '合计相符',
  });
  const suite = element('testsuite', `\n${[...cases.map(caseOf), total].join('\n')}\n`, {
    name: '结果未知的处理',
    tests: String(cases.length + 1),
    failures: String(cases.filter(({ convicts }) => convicts).length + (agrees ? 0 : 1)),
    skipped: String(cases.filter(({ verdict }) => verdict === 'unresolved').length),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', suite, { name: '裁决' })}\n`;
};

const caseOf = (one: Case): string =>
  element('testcase', outcomeOf(one), { classname: one.fixmedins_code, name: subjectInWords(one) });

const outcomeOf = ({ verdict, convicts, why, evidence, broken }: Case): string => {
  const message = `${VERDICT_NAMES[verdict]}：${why}`;
  if (verdict === 'unresolved') return element('skipped', '', { message });
  if (!convicts) return '';
  const lines = [...broken.map(({ text }) => `违反：${text}`), ...evidence.map(({ seq, text }) => `#${seq} ${text}`)];
  return element('failure', escaped(lines.join('\n')), { type: verdict, message });
};
