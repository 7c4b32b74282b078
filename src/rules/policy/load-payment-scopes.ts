import { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import { inForce } from '../scope/disease-list.ts';
import type { PaymentScope } from '../scope/payment-scope.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { founded, life, listHead, span, unknownSources } from './schema/founded.ts';
import { admdvsText, diseaseText, itemBeginning } from './schema/texts.ts';

const block = z.strictObject({
  place: admdvsText,
  disease: diseaseText,
  ...life,
  ...founded,
  items: z.array(itemBeginning).min(1),
});

const scopeFile = z.strictObject({ ...listHead, scopes: z.array(block) }).superRefine((file, context) => {
  file.scopes.forEach((scope, index) => {
    const complain = (message: string, key: string) =>
      context.addIssue({ code: 'custom', message, path: ['scopes', index, key] });
    for (const message of unknownSources(scope.source, file.sources)) complain(message, 'source');
    if (file.scopes.slice(0, index).some((other) => overlap(other, scope))) {
      complain(`${scope.place} 病种 ${scope.disease} 的支付范围日期重叠`, 'from');
    }
  });
});

type Block = z.output<typeof block>;

const overlap = (one: Block, other: Block): boolean =>
  one.place === other.place && one.disease === other.disease && (inForce(one, other.from) || inForce(other, one.from));

/** Reads the lists of what places pay under a disease 病种支付范围. */
export const loadPaymentScopes = (file: string, text: string): Result<PaymentScope[], Problem[]> => {
  const read = readYaml(scopeFile, file, text);
  if (!read.ok) return read;
  return ok(
    read.value.scopes.map(({ place, disease, items, ...scope }) => ({ place, disease, items, ...span(scope) })),
  );
};
