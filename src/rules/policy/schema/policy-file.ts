import { z } from 'zod';
import { checkClasses } from './check-classes.ts';
import { checkLife } from './check-life.ts';
import { checkSources } from './check-sources.ts';
import { parameter } from './parameter.ts';
import { admdvsText, dateText, words, yesNoText } from './texts.ts';

/** A public source: its title, its date as far as known, and how far it can be trusted. */
const source = z.strictObject({ title: words, dated: words, trust: words });

const head = {
  place: admdvsText,
  name: words,
  /** The province's template 示意模板: no policy of any place. */
  template: yesNoText.exactOptional(),
  from: dateText,
  to: dateText.exactOptional(),
  sources: z.record(z.string(), source),
};

const insutype = z.enum(['310', '390']);

/** What every benefit file states; the rest only where the place has the mechanism. */
const basics = {
  deductible: parameter('deductible'),
  deductible_factor: parameter('deductible_factor').exactOptional(),
  ratio: parameter('ratio'),
  ratio_bonus: parameter('ratio_bonus').exactOptional(),
  offsite: parameter('offsite'),
  year_cap: parameter('year_cap'),
  month_cap: parameter('month_cap').exactOptional(),
  full_advance: parameter('full_advance').exactOptional(),
};

const chronic = z.strictObject({
  ...head,
  insutype,
  benefit: z.literal('chronic'),
  parameters: z.strictObject({
    disease_class: parameter('disease_class'),
    ...basics,
    several_diseases: parameter('several_diseases').exactOptional(),
  }),
});

const general = z.strictObject({
  ...head,
  insutype,
  benefit: z.literal('general'),
  parameters: z.strictObject(basics),
});

/** Above and beside the basic fund, common to all benefits of an insurance. */
const beyond = {
  pool_cap: parameter('pool_cap'),
  disabled_soldier: parameter('disabled_soldier'),
  preferential: parameter('preferential'),
  assistance: parameter('assistance'),
};

const employeeSupplement = z.strictObject({
  ...head,
  insutype: z.literal('310'),
  benefit: z.literal('supplement'),
  parameters: z.strictObject({
    ...beyond,
    large_expense: parameter('large_expense'),
    serious_illness: parameter('serious_illness').exactOptional(),
    civil_servant: parameter('civil_servant'),
    employer_supplement: parameter('employer_supplement').exactOptional(),
    account: parameter('account'),
  }),
});

const residentSupplement = z.strictObject({
  ...head,
  insutype: z.literal('390'),
  benefit: z.literal('supplement'),
  parameters: z.strictObject({ ...beyond, serious_illness: parameter('serious_illness') }),
});

/** One policy file: one place × insurance × benefit, or what stands above all benefits of an insurance (supplement). */
export const policyFile = z
  .discriminatedUnion('benefit', [
    chronic,
    general,
    z.discriminatedUnion('insutype', [employeeSupplement, residentSupplement]),
  ])
  .superRefine(checkSources)
  .superRefine(checkLife)
  .superRefine(checkClasses);

export type PolicyFile = z.output<typeof policyFile>;
