import { add, asFen, atLeastZero, least, share, subtract, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { choose } from '../policy/case.ts';
import type { Cap, SeveralDiseases } from '../policy/values.ts';
import { explain } from './explain.ts';
import { diseaseClassOf, factsOf, visitFacts } from './facts.ts';
import type { State } from './state.ts';

/**
 * A person with several diseases whose caps count together: the highest of the caps, and more for the further ones. How
 * several benefits combine is for the insured place to say (医保办发〔2024〕19号 二（二）).
 */
export const raisedForSeveralDiseases = (state: State, cap: Cap): { readonly state: State; readonly cap: Cap } => {
  const { several_diseases } = state.request.parameters;
  if (several_diseases === undefined) return { state, cap };
  const { value, basis } = choose(several_diseases, state.facts);
  const caps = capsCountedWith(state, cap);
  if (value === 'none' || caps.length < 2) return { state, cap };
  const [highest = ZERO, second = ZERO] = caps.map(({ amount }) => amount).sort((one, other) => other - one);
  const { plus, words } = plusOf(value, caps.length, highest, second);
  const raised = { ...cap, amount: add(highest, plus) };
  const explained = explain(state, {
    rule: 'several-diseases',
    title: '多病种限额',
    text: `有${caps.length}个病种合并计算，按较高限额${yuan(highest)}元${words}，合计${yuan(raised.amount)}元。`,
    amount: raised.amount,
    basis,
    value: `${yuan(plus)}元`,
  });
  return { state: explained, cap: raised };
};

/** What the further diseases add to the highest cap. */
const plusOf = (value: SeveralDiseases, diseases: number, highest: Fen, second: Fen): { plus: Fen; words: string } => {
  if ('plus' in value) return { plus: value.plus, words: `增加${yuan(value.plus)}元` };
  if ('second_share' in value) {
    const plus = share(second, value.second_share, 'half-up');
    return { plus, words: `加第二个病种限额${yuan(second)}元的${percent(value.second_share)}` };
  }
  const each = asFen(value.plus_each * (diseases - 1));
  const plus = value.most === 'none' ? each : least(each, atLeastZero(subtract(value.most, highest)));
  const top = value.most === 'none' ? '' : `，最高${yuan(value.most)}元`;
  return { plus, words: `每增加一个病种增加${yuan(value.plus_each)}元${top}` };
};

/**
 * The caps of all the person's diseases that count together with this one; each disease has its own under `disease`.
 */
const capsCountedWith = (state: State, cap: Cap): Cap[] => {
  const { parameters, person, visit } = state.request;
  if (cap.counts === 'disease') return [cap];
  const held = new Set([...(person.diseases ?? []), ...(visit.disease === undefined ? [] : [visit.disease])]);
  return [...held].flatMap((disease) => {
    if (diseaseClassOf(parameters, { ...visit, disease }) === undefined) return [];
    const { value } = choose(parameters.year_cap, factsOf(visitFacts(parameters, visit, disease), person));
    return value !== 'none' && value.counts === cap.counts ? [value] : [];
  });
};
