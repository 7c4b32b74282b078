import type { Exchange } from '../evidence/exchange.ts';
import { FORM_DISEASES, FORM_TRANSACTIONS } from '../requirements/form-rows.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { Result } from '../result.ts';
import { SIDE_NAMES } from '../side.ts';

/** 测试完成情况. 未验证 is on the line of the benefits alone. */
export type Answer = '是' | '否' | '未测试' | '未验证';

/** A line of the form. */
export type FormRow = {
  readonly id: string;
  /** 测试内容 as printed. */
  readonly label: string;
  readonly answers: readonly Answer[];
  readonly answer: Answer;
  /** 测试说明 */
  readonly remark: string;
  /** What a 是 rests on. */
  readonly evidence: readonly Exchange[];
};

/** Both parts of the form, a line for both sides together. */
export const formRows = (results: readonly Result[]) => ({
  transactions: FORM_TRANSACTIONS.flatMap((requirement) => rowOf(requirement, results)),
  diseases: FORM_DISEASES.flatMap((requirement) => rowOf(requirement, results)),
});

const CHOICES: readonly Answer[] = ['是', '否', '未测试'];

const rowOf = (requirement: Requirement, results: readonly Result[]): FormRow[] => {
  const own = results.filter((result) => result.requirement === requirement);
  if (own.length === 0) return [];
  const isBenefit = requirement.check.kind === 'benefit';
  const answer = isBenefit ? benefitAnswer(own) : answerOf(own);
  return [
    {
      id: requirement.id,
      label: requirement.title,
      answers: isBenefit ? ['是', '否', '未验证'] : CHOICES,
      answer,
      remark: [...own.map(remarkOf), ...explanationsIn(requirement, own, results)]
        .filter((text) => text !== '')
        .join('；'),
      evidence: answer === '是' ? own.flatMap(({ evidence }) => evidence) : [],
    },
  ];
};

/** 是 where every side has passed and something came; 未测试 where nothing came at all. */
const answerOf = (results: readonly Result[]): Answer => {
  if (!results.some(({ begun }) => begun)) return '未测试';
  return results.every(({ blocks }) => !blocks) ? '是' : '否';
};

/** What stands on the province's word alone is 未验证. */
const benefitAnswer = (results: readonly Result[]): Answer => {
  if (results.some(({ state }) => state === 'fail')) return '否';
  return results.every(({ state }) => state === 'pass') ? '是' : '未验证';
};

const remarkOf = ({ side, state, seen, required, begun, rehearsed, note, lacking, explanation }: Result): string => {
  const name = SIDE_NAMES[side];
  const rehearsal = rehearsed > 0 ? `，自检 ${rehearsed}` : '';
  const said = explanation === undefined ? '' : `，${explanation}`;
  if (state === 'pass') return `${name}已完成${said}`;
  if (!begun) return `${name}没有数据${rehearsal}${said}`;
  const why = state === 'fail' && lacking.length > 0 ? `（${lacking.slice(0, SHOWN).join('，')}）` : '';
  return `${name} ${seen}/${required}${why}${rehearsal}${note === undefined ? '' : `，${note}`}${said}`;
};

/** So many things that lack stand in a remark. */
const SHOWN = 3;

/** What was explained of the rows that a line is made of. */
const explanationsIn = ({ check }: Requirement, own: readonly Result[], results: readonly Result[]): string[] => {
  if (check.kind !== 'combined') return [];
  const texts = own.flatMap(({ side }) =>
    results
      .filter((result) => result.side === side && check.parts[side].includes(result.requirement.id))
      .flatMap(({ explanation }) => explanation ?? []),
  );
  return [...new Set(texts)].map((text) => `情况说明：${text}`);
};
