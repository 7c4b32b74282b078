import type { Admdvs } from '../../kernel/admdvs.ts';

type Routed = { readonly data: { readonly mdtrtarea: Admdvs; readonly insuplc: Admdvs } };

/** The same message, for the insured place: the national node relays and never recomputes. */
export const relayed = <Input extends Routed>(infno: string, input: Input) => ({
  door: 'insured' as const,
  infno,
  mdtrtarea: input.data.mdtrtarea,
  insuplc: input.data.insuplc,
  input,
});
