import { OUTSIDE, OUTSIDE_CODES } from '../diseases.ts';
import type { Row } from '../row.ts';
import type { Case, Stage } from '../scene.ts';
import { stoppedByNation } from '../steps/claims.ts';
import { QUERY_ENTITLEMENTS } from '../steps/queries.ts';
import { eachPopulation, onePerson } from './cases.ts';

const numbered = (number: number) => ({ number: { treatment: `范围外${number}`, insured: `范围外${number}` } });

/** Every population with every code. */
const eachCode = (stage: Stage): readonly Case[] =>
  OUTSIDE_CODES.flatMap((code) => eachPopulation(stage, { code, name: '范围外病种' })).map((one) => ({
    ...one,
    words: `${one.disease.code}，${one.person.population}`,
  }));

/** 非范围内病种: known to 1406, stopped by the national node. */
export const OUT_OF_SCOPE: readonly Row[] = [
  {
    key: 'outside-known',
    ...numbered(1),
    title: '1406 返回范围外病种',
    cases: (stage) => onePerson(stage, OUTSIDE),
    steps: [QUERY_ENTITLEMENTS],
  },
  {
    key: 'outside-stopped',
    ...numbered(2),
    title: `1106、1107 由国家平台拦截（${OUTSIDE_CODES.length} 个编码）`,
    cases: eachCode,
    steps: [stoppedByNation('1106'), stoppedByNation('1107')],
  },
];
