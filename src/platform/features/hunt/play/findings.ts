import { ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import { askControl } from './ask-control.ts';

/** What a case is convicted of: the verdict, the rules that it breaks, and why in a sentence. */
export type Finding = {
  readonly verdict: string;
  readonly rules: readonly string[];
  readonly why: string;
  /** What a rule says, by its name. */
  readonly says?: Readonly<Record<string, string>>;
};

/** The verdict as far as a hunt reads it. */
type Told = {
  readonly convicted: boolean;
  readonly cases: readonly {
    readonly verdict: string;
    readonly convicts: boolean;
    readonly why: string;
    readonly broken: readonly { readonly rule: string; readonly text: string }[];
  }[];
};

/** Whose verdict counts: that of the sandbox, or another one in a test. */
export type Judge = (address: Address) => Promise<Result<readonly Finding[], string>>;

/** Asks the sandbox for its verdict on the HIS of a workspace; nothing: acquitted. */
export const findings: Judge = async (address) => {
  const told = await askControl<Told>(address, 'GET', '/verdict');
  if (!told.ok) return told;
  const { convicted, cases } = told.value;
  if (!convicted) return ok([]);
  const against = cases.filter(({ convicts }) => convicts);
  const guilty = against.length > 0 ? against : cases.filter(({ broken }) => broken.length > 0);
  if (guilty.length === 0) return ok([SUMS]);
  return ok(guilty.map(findingOf));
};

const findingOf = ({ verdict, why, broken }: Told['cases'][number]): Finding => ({
  verdict,
  why,
  rules: [...new Set(broken.map(({ rule }) => rule))].sort(),
  says: Object.fromEntries(broken.map(({ rule, text }) => [rule, text])),
});

/** No single case is to blame, yet the books do not agree. */
const SUMS: Finding = { verdict: 'sums-disagree', rules: ['sums-agree'], why: '平台合计与医院合计对不上' };

/** What makes two failures the same one. */
export const signatureOf = (found: readonly Finding[]): string =>
  found.map(({ verdict, rules }) => `${verdict} ${rules.join(' ')}`).sort().join('; '); // prettier-ignore
