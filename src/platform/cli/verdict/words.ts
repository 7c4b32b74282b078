import { dateTimeOf } from '../../../kernel/civil-time.ts';
import { yuan } from '../../../kernel/money.ts';
import {
  BLAME_NAMES,
  BLAMES,
  BOOK_NAMES,
  subjectInWords,
  sumsInWords,
  VERDICT_NAMES,
  VERDICTS,
  type MoneyVerdict,
  type VerdictCase,
} from '../../sandbox.ts';

/** The verdict for the screen: the conclusion first, then what is not consistent, then whose failures there were. */
export const verdictInWords = (verdict: MoneyVerdict, all: boolean): string => {
  const { now, book, cases, counts, sums } = verdict;
  const shown = cases.filter((one) => all || one.verdict !== 'consistent');
  const hidden = cases.length - shown.length;
  return [
    `${conclusion(verdict)}（${dateTimeOf(now)}，医院的账：${BOOK_NAMES[book]}）`,
    VERDICTS.filter((name) => counts[name] > 0)
      .map((name) => `${VERDICT_NAMES[name]} ${counts[name]}`)
      .join('，') || '还没有结算、退费或冲正',
    sumsInWords(sums),
    ...shown.flatMap((one) => ['', ...caseLines(one)]),
    ...blameLines(verdict),
    ...(hidden > 0 ? ['', `一致的 ${hidden} 笔没有列出，见 --all。`] : []),
  ].join('\n');
};

const conclusion = ({ convicted, counts }: MoneyVerdict): string => {
  if (convicted) return '有问题';
  return counts.unresolved > 0 ? '没有发现错误，但有未问清的' : '没有发现问题';
};

const caseLines = (one: VerdictCase): string[] => {
  const { verdict, convicts, why, broken, evidence } = one;
  const mark = convicts ? '✗' : verdict === 'unresolved' ? '?' : '✓';
  return [
    `${mark} ${VERDICT_NAMES[verdict]}  ${subjectInWords(one)}  ${yuan(one.platform)} 元`,
    `  ${why}`,
    ...broken.map(
      ({ text, seqs }) => `  违反：${text}${seqs.length === 0 ? '' : `（${seqs.map((seq) => `#${seq}`).join(' ')}）`}`,
    ),
    ...evidence.map(({ seq, at, text, trace }) => `  #${seq} ${dateTimeOf(at)} ${text}  ${trace}`),
  ];
};

const blameLines = ({ blames }: MoneyVerdict): string[] => {
  if (blames.length === 0) return [];
  const counted = BLAMES.map((blame) => ({ blame, count: blames.filter((one) => one.blame === blame).length }));
  const heads = counted.filter(({ count }) => count > 0).map(({ blame, count }) => `${BLAME_NAMES[blame]} ${count}`);
  const own = blames.filter(({ blame }) => blame !== 'injected').slice(0, MOST);
  return [
    '',
    `没有办成的报文 ${blames.length} 个，责任：${heads.join('，')}`,
    ...own.map(
      ({ seq, infno, blame, err_msg = '', clause }) =>
        `  #${seq} ${infno} ${BLAME_NAMES[blame]}：${err_msg}（${clause}）`,
    ),
  ];
};

/** So many failures stand on the screen; all are in the JSON. */
const MOST = 10;
