import { expect, it } from 'vitest';
import { diseaseOfLine } from '../../../src/platform/domain/disease-of-line.ts';
import { visitRow } from '../store/rows.ts';

const { treatment: _treatment, ...registered } = visitRow();
const treated = (med_type: string, dise_codg?: string) => ({
  ...registered,
  treatment: {
    med_type,
    begntime: '2026-09-01 10:00:00',
    diagnoses: [],
    ...(dise_codg !== undefined && { dise_codg }),
  },
});

it.each([
  ['its own before that of the visit', treated('14', 'M03900'), { dise_codg: 'M01600' }, 'M01600'],
  ['that of the visit where it names none', treated('140104', 'M03900'), {}, 'M03900'],
  ['none at 普通门诊, whatever it names', treated('11'), { dise_codg: 'M03900' }, undefined],
  ['its own before 2203 has said what the visit is', registered, { dise_codg: 'M03900' }, 'M03900'],
  ['none before 2203 where it names none', registered, {}, undefined],
])('the disease of a line is %s', (_what, visit, line, disease) => {
  expect(diseaseOfLine(line, visit)).toBe(disease);
});
