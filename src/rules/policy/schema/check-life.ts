import type { z } from 'zod';
import type { PolicyShape } from './policy-shape.ts';

/** Every parameter has a value on every day of the file's life. */
export const checkLife = (policy: PolicyShape, context: z.core.$RefinementCtx<unknown>): void => {
  for (const [name, parameter] of Object.entries(policy.parameters)) {
    const values = parameter?.values ?? [];
    const [first] = values;
    const last = values.at(-1);
    const complain = (index: number, key: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: ['parameters', name, 'values', index, key] });
    if (first !== undefined && first.from > policy.from) {
      complain(0, 'from', `有空档：政策自 ${policy.from} 起，“${name}” 自 ${first.from} 起才有值`);
    }
    if (last?.to !== undefined && (policy.to === undefined || last.to < policy.to)) {
      complain(values.length - 1, 'to', `有空档：${last.to} 之后 “${name}” 没有值`);
    }
  }
};
