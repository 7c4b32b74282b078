import { dateOf, dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, insuredTransaction } from '../../../dispatch/definition.ts';
import { activeInsurance } from '../../../domain/eligibility.ts';
import { filingFor } from '../../../domain/filing.ts';
import type { Input, Output } from '../../../domain/national/1005.gen.ts';
import { personNamed } from '../../../domain/person-named.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { visitSeries } from '../../../domain/serial-numbers.ts';
import { visitorOf } from '../../../domain/visitor.ts';
import { farAway } from '../../../domain/far-away.ts';

/** 门诊挂号 at the insured place: who it is, under which insurance, and the visit number. */
export const register = insuredTransaction<Input, Output>()({
  infno: '1005',
  slug: 'register',
  title: '门诊挂号（参保地）',
  kind: 'mutation',
  needs: [],
  refusals: [
    'person-unknown',
    'insurance-unknown',
    'insurance-not-begun',
    'insurance-suspended',
    'insurance-terminated',
  ],
  load: (reader, { data }, { now }) => {
    const person = personNamed(reader, data);
    const series = visitSeries(data.insuplc, data.mdtrtarea, now);
    return {
      person,
      filings: person ? reader.filings(person.psn_no) : [],
      balance: person && reader.balance(person.psn_no, data.insutype),
      series,
      serial: reader.serial(series.key) + 1,
    };
  },
  decide: ({ person, filings, balance, series, serial }, { data }, { party, now }) => {
    if (!person) return decline(refuse(party, 'person-unknown'));
    const insurance = activeInsurance(person, { ...data, day: dateOf(now) }, party);
    if (isRefusal(insurance)) return decline(insurance);
    const mdtrt_regno = series.print(serial);
    const filing = farAway(data) ? filingFor(filings, { ...data, day: dateOf(now) }, party) : undefined;
    const registration = { ...place(data), mdtrt_regno, psn_no: person.psn_no, registeredAt: dateTimeOf(now) };
    return accept(
      {
        data: {
          mdtrt_regno,
          mdtrtsn: data.mdtrtsn,
          ...visitorOf(person, insurance),
          psn_insu_stas: insurance.psn_insu_stas,
          insuplc: data.insuplc,
          ...(insurance.emp_name !== undefined && { emp_name: insurance.emp_name }),
          ...(balance !== undefined && { acct_balc: balance }),
          ...(isRefusal(filing) && { prmmsg: `${filing.text}；未备案的结算将被参保地拒绝` }),
        },
      },
      [
        { kind: 'serial.take', key: series.key, value: serial },
        { kind: 'registration.put', registration },
      ],
      { subject: { mdtrt_id: mdtrt_regno, psn_no: person.psn_no } },
    );
  },
  examples: [],
});

const place = ({ insutype, insuplc, mdtrtarea, fixmedins_code }: Input['data']) => ({
  insutype,
  insuplc,
  mdtrtarea,
  fixmedins_code,
});
