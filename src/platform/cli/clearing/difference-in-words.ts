import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan, type Fen } from '../../../kernel/money.ts';
import type { clearingStatus } from '../../sandbox.ts';

type Status = ReturnType<typeof clearingStatus>;
type Withheld = Status['withheld'][number];
type Difference = Status['days'][number]['differing'][number];
type Figure = 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay';

const LEGS: Readonly<Record<Withheld['leg'], string>> = { treatment: '就医省', insured: '参保省' };
const STATES = { effective: '有效', refunded: '已退费' } as const;

/** The party that does not agree with the nation; rows of older books do not say which. */
const partyOf = ({ leg, party }: Pick<Withheld, 'leg' | 'party'>): string =>
  `${LEGS[leg] ?? '对方'}${provinceName(party ?? '')}`;

const VERDICTS: Readonly<Record<Withheld['verdict'], (party: string) => string>> = {
  'ours-only': (party) => `国家平台有、${party}没有`,
  'theirs-only': (party) => `国家平台没有、${party}有`,
  'total-differs': (party) => `与${party}总额不符`,
  'fund-differs': (party) => `与${party}基金不符`,
  'account-differs': (party) => `与${party}个人账户不符`,
  'state-differs': (party) => `与${party}状态不符`,
  repeated: (party) => `${party}重复`,
};

const FIGURES: { readonly [Verdict in Withheld['verdict']]?: Figure } = {
  'total-differs': 'medfee_sumamt',
  'fund-differs': 'fund_pay_sumamt',
  'account-differs': 'acct_pay',
};

const bothSides = ({ verdict, ours, theirs }: Difference): string => {
  const figure = FIGURES[verdict];
  const told = (fen: Fen | undefined) => (fen === undefined ? '—' : `${yuan(fen)} 元`);
  if (figure !== undefined) return `（国家平台 ${told(ours?.[figure])}，对方 ${told(theirs?.[figure])}）`;
  if (verdict !== 'state-differs') return '';
  return `（国家平台${STATES[ours?.state ?? 'effective']}，对方${STATES[theirs?.state ?? 'effective']}）`;
};

/** A row on which two parties do not agree: who lacks it or has it otherwise, and what becomes of it. */
export const differenceInWords = (row: Difference): string => {
  const undone = row.reversed === true ? '（没有的一方已冲正）' : '';
  const late = row.clearedIn === undefined ? '' : `；已计入 ${row.clearedIn} 清算，不再暂缓，以审核扣款或退费更正`;
  return `${row.setl_id} ${VERDICTS[row.verdict](partyOf(row))}${bothSides(row)}${undone}${late}`;
};

/** A row that is kept out of clearing. */
export const withheldInWords = (row: Withheld): string =>
  `${row.setl_id} ${VERDICTS[row.verdict](partyOf(row))}（${row.date}）`;
