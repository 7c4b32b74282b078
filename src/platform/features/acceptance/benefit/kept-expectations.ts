import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { Reader, Write } from '../../../store/port.ts';
import type { Expectation } from './expectation.ts';

const keyOf = (province: Admdvs): string => `acceptance-expected:${province}`;

/** What a province's team has uploaded, amounts in 分; nothing where it has not. */
export const expectationsOf = (reader: Pick<Reader, 'setting'>, province: Admdvs): readonly Expectation[] =>
  JSON.parse(reader.setting(keyOf(province)) ?? '[]') as Expectation[];

/** Keeps what was uploaded in place of what was there. */
export const expect = (province: Admdvs, expectations: readonly Expectation[]): Write => ({
  kind: 'setting.put',
  key: keyOf(province),
  value: JSON.stringify(expectations),
});
