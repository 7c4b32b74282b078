import type { Input } from '../../../domain/national/1404.gen.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { Reader } from '../../../store/port.ts';

type Asked = NonNullable<Input['data']>;

/**
 * The settlements and refunds that a query names, by the narrowest thing that it names; undefined when that would be
 * the whole book.
 */
export const settlementsAsked = (reader: Reader, asked: Asked): readonly Settlement[] | undefined => {
  const { setl_sn, mdtrtsn, psn_no, certno, begndate, enddate } = asked;
  if (setl_sn !== undefined) return withRefunds(reader, setl_sn);
  if (mdtrtsn !== undefined) return byTime(reader.settlementsByVisitNumber('national', mdtrtsn));
  if (begndate === undefined || enddate === undefined) return undefined;
  if (psn_no !== undefined) return reader.nationalSettlementsOfPerson(psn_no, begndate, enddate);
  return certno === undefined ? undefined : reader.nationalSettlementsOfCertificate(certno, begndate, enddate);
};

const withRefunds = (reader: Reader, setl_sn: string): readonly Settlement[] => {
  const settlement = reader.settlement('national', setl_sn);
  return settlement ? [settlement, ...reader.refundsOf('national', setl_sn)] : [];
};

const byTime = (rows: readonly Settlement[]): readonly Settlement[] =>
  rows.toSorted((a, b) => (a.setl_time < b.setl_time ? -1 : a.setl_time > b.setl_time ? 1 : 0));
