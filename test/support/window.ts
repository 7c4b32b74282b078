import { must } from '../../src/kernel/assert.ts';
import type { Output as Registered } from '../../src/platform/transactions/hospital/2201-register/wire.gen.ts';
import type { Output as Uploaded } from '../../src/platform/transactions/hospital/2204-upload-fees/wire.gen.ts';
import type { Output as Tried } from '../../src/platform/transactions/hospital/2206-outpatient-trial/wire.gen.ts';
import type { Output as Settled } from '../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import type { Answer, Call, TestWorld } from './world.ts';

/** A cashier's window of a HIS: one person, one visit, the usual messages; tests name only what matters to them. */
export type Window = {
  readonly mdtrt_id: string;
  readonly psn_no: string;
  readonly insutype: string;
  /** 2204 with one line of 动态血压监测 (乙类 5 %) of that many 元 under a batch number. */
  readonly upload: (chrg_bchno: string, yuan: number) => Promise<Answer<Uploaded>>;
  /** 2207 of a batch; msgid where the test needs to know it. */
  readonly settle: (chrg_bchno: string, yuan: number, msgid?: string) => Promise<Answer<Settled>>;
  readonly trial: (chrg_bchno: string, yuan: number) => Promise<Answer<Tried>>;
  /** 2208: answers what 2207 answers, with negative amounts. */
  readonly refund: (setl_id: string, msgid?: string) => Promise<Answer<Settled>>;
  readonly reverse: (omsgid: string, oinfno: '2207' | '2208', msgid?: string) => Promise<Answer>;
  readonly call: Call;
};

type Opening = {
  readonly persona: string;
  readonly insutype?: string;
  readonly med_type?: string;
  readonly dise_codg?: string;
  readonly institution?: string;
};

/** 动态血压监测: 乙类, 5 % 先自付, in every treatment place of the seeds. */
const ITEM = '003107010210000';

/** Registers the persona (2201) and uploads the treatment (2203): the window is ready for fees. */
export const openWindow = async (world: TestWorld, opening: Opening): Promise<Window> => {
  const person = world.persona(opening.persona);
  const [first] = person.insurances;
  const { psn_no } = person;
  const insutype = opening.insutype ?? first?.insutype ?? '';
  const insuplc = person.insurances.find((row) => row.insutype === insutype)?.insuplc_admdvs;
  const med_type = opening.med_type ?? (opening.dise_codg === undefined ? '11' : '14');
  const disease = opening.dise_codg === undefined ? {} : { dise_codg: opening.dise_codg, dise_name: '病种' };
  const credential = person.card
    ? { mdtrt_cert_type: '03', mdtrt_cert_no: person.card.card_no, card_sn: person.card.card_sn }
    : { mdtrt_cert_type: '01', mdtrt_cert_no: person.ec_token ?? '' };
  const call: Call = (infno, input, envelope = {}) =>
    world.call(infno, input, {
      insuplc_admdvs: insuplc,
      ...(opening.institution !== undefined && { fixmedins_code: opening.institution }),
      ...envelope,
    });

  const registered = await call<Registered>('2201', {
    data: { psn_no, insutype, ipt_otp_no: 'OP0001', ...credential },
  });
  must(registered.infcode === 0, `2201 registers ${opening.persona}: ${registered.err_msg}`);
  const { mdtrt_id } = registered.output.data;
  await call('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type, ...disease }, diseinfo: [] });

  const claim = (chrg_bchno: string, yuan: number) => ({
    data: { psn_no, mdtrt_id, chrg_bchno, medfee_sumamt: yuan, med_type, insutype, acct_used_flag: '1', ...credential },
  });
  const named = (msgid: string | undefined) => (msgid === undefined ? {} : { msgid });
  return {
    mdtrt_id,
    psn_no,
    insutype,
    call,
    upload: (chrg_bchno, yuan) =>
      call('2204', {
        feedetail: [
          {
            feedetl_sn: `${chrg_bchno}-1`, mdtrt_id, psn_no, chrg_bchno, ...disease, med_list_codg: ITEM,
            medins_list_codg: 'HIS1', det_item_fee_sumamt: yuan, cnt: 1, pric: yuan, rx_circ_flag: '0',
          },
        ],
      }), // prettier-ignore
    trial: (chrg_bchno, yuan) => call('2206', claim(chrg_bchno, yuan)),
    settle: (chrg_bchno, yuan, msgid) => call('2207', claim(chrg_bchno, yuan), named(msgid)),
    refund: (setl_id, msgid) => call('2208', { data: { setl_id, mdtrt_id, psn_no } }, named(msgid)),
    reverse: (omsgid, oinfno, msgid) => call('2601', { data: { psn_no, omsgid, oinfno } }, named(msgid)),
  };
};
