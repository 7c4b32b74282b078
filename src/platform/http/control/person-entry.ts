import { dateOf } from '../../../kernel/civil-time.ts';
import { validOn, type Person } from '../../domain/person.ts';
import type { Workspace } from '../../sandbox.ts';

type World = ReturnType<Workspace['world']>;

/**
 * A synthetic person as testers see it: who it is, everything that a window needs to name it, how it is insured.
 * `identities`, `filings` and `diseases` (codes of the qualifications 门诊慢特病认定) are those valid today in the
 * workspace; balances are in 分.
 */
export const personEntry = ({ store: { reader }, clock }: World, person: Person) => {
  const today = dateOf(clock.now());
  return {
    ...named(person),
    insurances: person.insurances.map((row) => ({ ...row, balc: reader.balance(person.psn_no, row.insutype) })),
    identities: person.identities
      .filter((row) => validOn(row, today))
      .map(({ psn_idet_type, memo }) => ({ psn_idet_type, memo: memo ?? null })),
    filings: reader
      .filings(person.psn_no)
      .filter((row) => validOn(row, today))
      .map(({ kind, mdtrtarea_admdvs }) => ({ kind, mdtrtarea_admdvs })),
    diseases: reader
      .qualifications(person.psn_no)
      .filter((row) => validOn(row, today))
      .map(({ opsp_dise_code, local_dise_code }) => opsp_dise_code ?? local_dise_code),
  };
};

/** Who it is, each credential, and the first insurance, to which everything belongs that does not say otherwise. */
const named = ({ psn_no, psn_name, psn_cert_type, certno, card, ec_token, persona, insurances }: Person) => ({
  ...(persona ?? { id: psn_no, shows: '' }),
  name: psn_name,
  psn_no,
  psn_cert_type,
  certno,
  ...(card ?? { card_no: null, card_sn: null }),
  ec_token: ec_token ?? null,
  insuplc_admdvs: insurances[0]?.insuplc_admdvs ?? null,
  insutype: insurances[0]?.insutype ?? null,
});
