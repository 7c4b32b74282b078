import { add, asFen, yuan } from '../../kernel/money.ts';
import { choose } from '../policy/case.ts';
import type { Cap } from '../policy/values.ts';
import { explain } from './explain.ts';
import { diseaseClassOf, factsOf, visitFacts } from './facts.ts';
import type { State } from './state.ts';

/**
 * A person with several diseases whose caps count together: the highest of the caps, and once a fixed sum more. How
 * several benefits combine is for the insured place to say (医保办发〔2024〕19号 二（二）).
 */
export const raisedForSeveralDiseases = (state: State, cap: Cap): { readonly state: State; readonly cap: Cap } => {
  const { several_diseases } = state.request.parameters;
  if (several_diseases === undefined) return { state, cap };
  const { value, basis } = choose(several_diseases, state.facts);
  const caps = capsCountedWith(state, cap);
  if (value === 'none' || caps.length < 2) return { state, cap };
  const highest = asFen(Math.max(...caps.map(({ amount }) => amount)));
  const raised = { ...cap, amount: add(highest, value.plus) };
  const explained = explain(state, {
    rule: 'several-diseases',
    title: '多病种限额',
    text: `有${caps.length}个病种合并计算，按较高限额${yuan(highest)}元增加${yuan(value.plus)}元。`,
    amount: raised.amount,
    basis,
    value: `${yuan(value.plus)}元`,
  });
  return { state: explained, cap: raised };
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
