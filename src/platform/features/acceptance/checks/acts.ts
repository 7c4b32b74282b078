import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import type { Check } from '../requirements/requirement.ts';
import { nodeOf, textOf } from '../evidence/fields.ts';
import { counted, type Finding } from './finding.ts';

type Acts = Extract<Check, { readonly kind: 'acts' }>;

/** Messages that took effect, as the standard counts them. */
export const checkActs = (check: Acts, index: ActIndex): Finding => {
  const wanted = index.of(check.infno, check.disease).filter((act) => act.effective && fits(check, act));
  const read = wanted.filter((act) => act.unread === undefined);
  const finding = counted(
    check.least,
    read.length,
    read.map(({ exchange }) => exchange),
  );
  const unread = wanted.length - read.length;
  if (finding.lacking.length === 0 || unread === 0) return finding;
  return { ...finding, verdict: 'skip', note: `另有 ${unread} 笔的应答字节已丢失，无法核实，请重发` };
};

const fits = ({ credential, oinfno }: Acts, act: Act): boolean =>
  (credential === undefined || act.credential === credential) &&
  (oinfno === undefined || textOf(nodeOf(act.exchange.input, 'data'), 'oinfno') === oinfno);
