import { dateOf } from '../../../kernel/civil-time.ts';
import { validOn, type Person } from '../../domain/person.ts';
import type { ControlHandler } from './control-env.ts';

/**
 * `GET /personas`: the synthetic persons, what each is for, and everything that a window needs to name one.
 * `diseases` are the codes of the qualifications 门诊慢特病认定 that are valid today in the workspace; balances are in 分.
 */
export const listPersonas: ControlHandler = (c) => {
  const { store, clock } = c.var.workspace.world();
  const today = dateOf(clock.now());
  const entry = (person: Person) => ({
    ...named(person),
    insurances: person.insurances.map((row) => ({ ...row, balc: store.reader.balance(person.psn_no, row.insutype) })),
    diseases: store.reader
      .qualifications(person.psn_no)
      .filter((row) => validOn(row, today))
      .map(({ opsp_dise_code, local_dise_code }) => opsp_dise_code ?? local_dise_code),
  });
  return c.json({ personas: store.reader.personas().map(entry) });
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
