import type { z } from 'zod';
import { datedValues, type PolicyShape } from './policy-shape.ts';

/** The disease alone decides the class, and a condition on a class that no disease is put into could never match. */
export const checkClasses = (policy: PolicyShape, context: z.core.$RefinementCtx<unknown>): void => {
  const declared = policy.parameters['disease_class'];
  if (declared === undefined) return;
  const known = new Set(
    declared.values.flatMap((entry) => [entry.value, ...(entry.cases ?? []).map((one) => one.value)]),
  );
  declared.values.forEach((entry, value) => {
    entry.cases?.forEach((one, index) => {
      const other = Object.keys(one.when ?? {}).find((dimension) => dimension !== 'disease');
      if (other === undefined) return;
      const path = ['parameters', 'disease_class', 'values', value, 'cases', index, 'when'];
      context.addIssue({ code: 'custom', message: `disease_class 只能按 disease 区分，不能按 “${other}”`, path });
    });
  });
  for (const { path, entry } of datedValues(policy)) {
    entry.cases?.forEach((one, index) => {
      const unknown = (one.when?.class ?? []).find((label) => !known.has(label));
      if (unknown === undefined) return;
      context.addIssue({
        code: 'custom',
        message: `disease_class 中没有 “${unknown}” 类`,
        path: [...path, 'cases', index, 'when'],
      });
    });
  }
};
