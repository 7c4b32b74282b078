import { instantOf } from '../../src/kernel/civil-time.ts';
import { dateOf } from '../../src/kernel/civil-time.ts';
import { nothingExpected, type Grounds } from '../../src/platform/features/acceptance/checks/finding.ts';
import { indexActs } from '../../src/platform/features/acceptance/evidence/act-index.ts';
import { actsOf } from '../../src/platform/features/acceptance/evidence/acts.ts';
import type { Exchange } from '../../src/platform/features/acceptance/evidence/exchange.ts';
import { isSystemError } from '../../src/platform/features/acceptance/evidence/system-error.ts';
import type { Traffic } from '../../src/platform/features/acceptance/checks/run-check.ts';
import type { Side } from '../../src/platform/features/acceptance/side.ts';
import { seedLibrary } from '../../src/platform/workspace/library.ts';

/** Who comes; the fields are those of a settlement's answer. */
export type Patient = {
  readonly psn_no: string;
  readonly insutype: string;
  readonly psn_type: string;
  readonly cvlserv_flag?: string;
};

export const WORKER: Patient = { psn_no: 'P1', insutype: '310', psn_type: '1101' };
export const RETIREE: Patient = { psn_no: 'P2', insutype: '310', psn_type: '1201' };
export const RESIDENT: Patient = { psn_no: 'P3', insutype: '390', psn_type: '1501' };

const NOW = instantOf('2026-09-01 10:00:00');

type Given = Partial<Exchange>;

/**
 * Exchanges written by hand, one after another: what a province sent to the national node, or what its own system
 * answered as insured place.
 */
export const openTape = (side: Side = 'treatment') => {
  const exchanges: Exchange[] = [];
  let serial = 0;

  const put = (infno: string, given: Given): Exchange => {
    serial += 1;
    const exchange: Exchange = {
      seq: serial, trace: `T${serial}`, hop: side === 'insured' ? 1 : 0, infno, msgid: `M${serial}`,
      door: side === 'insured' ? 'insured' : 'national', province: '440000',
      origin: side === 'insured' ? 'remote' : 'own', at: NOW + serial * 1000, ok: true,
      systemError: isSystemError(given.refusal), violations: [], repeated: false, mdtrtarea: '440300',
      insuplc: '610100', ...given,
    }; // prettier-ignore
    exchanges.push(exchange);
    return exchange;
  };
  const settled = (patient: Patient, setl_sn: string, dise_codg: string, more: object = {}) => ({
    setlinfo: { ...patient, setl_sn, dise_codg, fulamt_advpay_flag: '0', ...more },
  });

  return {
    exchanges,
    put,
    /** 1107; `data` adds to the message, `setlinfo` and `setldetail` to the answer. */
    settle: (
      patient: Patient,
      dise_codg: string,
      more: Given & { data?: object; setlinfo?: object; setldetail?: object[] } = {},
    ): Exchange => {
      const { data, setlinfo, setldetail = [], ...given } = more;
      const number = `A${serial + 1}`;
      const { psn_no, insutype } = patient;
      return put('1107', {
        input: {
          data: { psn_no, insutype, med_type: '14', dise_codg, mdtrt_cert_type: '03', mdtrtsn: `N${number}`, ...data },
        },
        ...(given.ok !== false && { output: { ...settled(patient, number, dise_codg, setlinfo), setldetail } }),
        ...given,
      });
    },
    /** 1203 of a settlement; with the number of an earlier refund it is that one's answer once more. */
    refund: (settlement: Exchange, again?: Exchange, given: Given = {}): Exchange => {
      const { setl_sn, ...info } = (settlement.output as { setlinfo: Record<string, unknown> }).setlinfo;
      const number = (again?.output as { setlinfo?: { setl_sn: string } } | undefined)?.setlinfo?.setl_sn;
      return put('1203', {
        input: { data: { psn_no: info['psn_no'], setl_sn } },
        ...(given.ok !== false && {
          output: { setlinfo: { ...info, setl_sn: number ?? `R${serial + 1}`, init_setl_sn: setl_sn } },
        }),
        ...given,
      });
    },
    /** 1301 of a settlement or refund. */
    reverse: (target: Exchange, given: Given = {}): Exchange =>
      put('1301', { input: { data: { oinfno: target.infno, omsgid: target.msgid } }, ...given }),
  };
};

export type Tape = ReturnType<typeof openTape>;

/** The full chain of row 15, as five diseases print it. */
export const playChain = (tape: Tape, patient: Patient, disease: string): void => {
  const first = tape.settle(patient, disease);
  tape.reverse(tape.refund(first));
  tape.reverse(first);
  tape.refund(tape.settle(patient, disease));
  tape.settle(patient, disease);
};

const nobody = { person: () => undefined };

/** The tape as the checks see it. */
export const trafficOf = ({ exchanges }: { readonly exchanges: readonly Exchange[] }): Traffic => ({
  index: indexActs(actsOf(exchanges, nobody)),
  all: exchanges,
});

const library = seedLibrary();

/** What the checks are told besides. */
export const groundsOf = (more: Partial<Grounds> = {}): Grounds => ({
  side: 'treatment',
  province: '440000',
  library,
  today: dateOf(NOW),
  residentsExcused: false,
  benefit: nothingExpected,
  ...more,
});
