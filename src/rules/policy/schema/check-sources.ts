import type { z } from 'zod';
import { datedValues, type PolicyShape } from './policy-shape.ts';

/** A value names sources by their keys in the head of its file. Sources that nobody names are left-overs. */
export const checkSources = (policy: PolicyShape, context: z.core.$RefinementCtx<unknown>): void => {
  const named = new Set<string>();
  const check = (keys: readonly string[], path: PropertyKey[]): void => {
    for (const key of keys) {
      named.add(key);
      if (key in policy.sources) continue;
      context.addIssue({ code: 'custom', message: `来源 “${key}” 没有在 sources 中登记`, path: [...path, 'source'] });
    }
  };
  for (const { path, entry } of datedValues(policy)) {
    check(entry.source, path);
    entry.cases?.forEach((one, index) => check(one.source ?? [], [...path, 'cases', index]));
  }
  for (const key of Object.keys(policy.sources).filter((source) => !named.has(source))) {
    context.addIssue({ code: 'custom', message: `来源 “${key}” 没有被引用`, path: ['sources', key] });
  }
};
