import { ZERO } from '../../../src/kernel/money.ts';
import type { JournalHead, JournalRow, Leg, Reader } from '../../../src/platform/store/port.ts';
import type { Book } from '../../../src/platform/domain/settlement.ts';
import type { TimeMark } from '../../../src/platform/store/port/national-clearing.ts';
import type { ClearingKind } from '../../../src/platform/domain/clearing/national/records.ts';
import { byCodePoint, rowAt, rowsWhere, type Rows, type TableName, type Tables } from './tables.ts';

const isOpen = (leg: Leg): boolean => leg.state === 'sent' || leg.state === 'unknown';

const sortedBy = <R>(rows: R[], ...fields: ((row: R) => string)[]): R[] =>
  rows.sort((a, b) => fields.reduce((found, field) => found || byCodePoint(field(a), field(b)), 0));

const headOf = ({ seq, trace, hop, door, sender, at, via }: JournalRow): JournalHead => ({
  seq, trace, hop, door, sender, at, ...(via && { via }),
}); // prettier-ignore
const inVoucherOrder = (rows: Rows['voucher'][]): Rows['voucher'][] =>
  sortedBy(
    rows,
    (row) => row.fixmedins_code,
    (row) => row.no,
    (row) => row.code,
  );

/** Look-ups over tables that are either the committed ones or those of the writer. */
export const mapReader = (tables: Tables): Reader => {
  const all = <T extends TableName>(name: T, fits: (row: Rows[T]) => boolean = () => true) =>
    rowsWhere(tables, name, fits);
  const firstPerson = (fits: (row: Rows['person']) => boolean) => sortedBy(all('person', fits), (row) => row.psn_no)[0];
  const byDay = (fits: (row: Rows['settlement']) => boolean, from: string, to: string) => {
    const day = ({ setl_time }: Rows['settlement']) => setl_time.slice(0, 10);
    const found = all('settlement', (row) => fits(row) && from <= day(row) && day(row) <= to);
    return sortedBy(found, (row) => row.setl_time);
  };
  const ofDay = (book: Book) => (date: string, after: TimeMark | undefined, limit: number) =>
    sortedBy(
      byDay((row) => row.book === book, date, date),
      (row) => row.setl_time,
      (row) => row.setl_id,
    )
      .filter((row) => after === undefined || row.setl_time + row.setl_id > after.setl_time + after.setl_id)
      .slice(0, limit);
  const clearing = (record: ClearingKind) => all('clearing', (row) => row.record === record);
  return {
    institution: (fixmedins_code) => rowAt(tables, 'institution', fixmedins_code),
    institutions: () => sortedBy(all('institution'), (row) => row.fixmedins_code),
    item: (place, med_list_codg) => rowAt(tables, 'item', place, med_list_codg)?.item,
    items: (place) =>
      sortedBy(
        all('item', (row) => row.place === place).map((row) => row.item),
        (item) => item.med_list_codg,
      ),
    match: ({ fixmedins_code, fixmedins_hilist_id, list_type, med_list_codg }) =>
      rowAt(tables, 'match', fixmedins_code, fixmedins_hilist_id, list_type, med_list_codg),
    matches: (fixmedins_code) =>
      sortedBy(
        all('match', (row) => row.fixmedins_code === fixmedins_code),
        (row) => row.fixmedins_hilist_id,
        (row) => row.list_type,
        (row) => row.med_list_codg,
      ),

    person: (psn_no) => rowAt(tables, 'person', psn_no),
    personByCertificate: (certno) => firstPerson((row) => row.certno === certno),
    personByCard: (card_no) => firstPerson((row) => row.card?.card_no === card_no),
    personByToken: (ec_token) => firstPerson((row) => row.ec_token === ec_token),
    personas: () =>
      sortedBy(
        all('person', (row) => row.persona !== undefined),
        (row) => row.persona?.id ?? '',
        (row) => row.psn_no,
      ),

    shown: (code) => rowAt(tables, 'shown', code),
    heldAt: (fixmedins_code, medium) =>
      all('shown', (row) => row.at === fixmedins_code && row.medium === medium).at(-1),
    ecToken: (ec_token) => rowAt(tables, 'ecToken', ec_token),
    tokenCheck: (ec_token, fixmedins_code) => rowAt(tables, 'tokenCheck', ec_token, fixmedins_code),
    faceAuthorisation: (authNo) => rowAt(tables, 'faceAuthorisation', authNo),
    terminalNotices: (limit) =>
      all('terminalNotice')
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit),
    cardReading: (auth_sn) => rowAt(tables, 'cardReading', auth_sn),

    filings: (psn_no) =>
      sortedBy(
        all('filing', (row) => row.psn_no === psn_no),
        (row) => row.trt_dcla_detl_sn,
      ),
    qualifications: (psn_no) =>
      sortedBy(
        all('qualification', (row) => row.psn_no === psn_no),
        (row) => row.trt_dcla_detl_sn,
      ),
    chosenInstitutions: (psn_no) =>
      sortedBy(
        all('chosen', (row) => row.psn_no === psn_no),
        (row) => row.insutype,
        (row) => row.biz_appy_type,
        (row) => row.opsp_dise_code ?? '',
        (row) => row.fix_srt_no,
      ),
    contributions: (psn_no) =>
      sortedBy(
        all('contribution', (row) => row.psn_no === psn_no),
        (row) => row.insutype,
        (row) => row.poolarea_no,
        (row) => row.accrym_begn,
        (row) => row.accrym_end,
      ),

    application: (trt_dcla_detl_sn) => rowAt(tables, 'application', trt_dcla_detl_sn),
    applications: () => sortedBy(all('application'), (row) => row.trt_dcla_detl_sn),
    applicationsOf: (psn_no) =>
      sortedBy(
        all('application', (row) => row.psn_no === psn_no),
        (row) => row.trt_dcla_detl_sn,
      ),
    upload: (kind, key) => rowAt(tables, 'upload', kind, key),
    uploads: (kind, since) =>
      sortedBy(
        all('upload', (row) => row.kind === kind && row.updatedAt >= since),
        (row) => row.key,
      ).sort((a, b) => a.updatedAt - b.updatedAt),
    placeStates: () => sortedBy(all('placeState'), (row) => row.place),
    maintenances: () => sortedBy(all('maintenance'), (row) => row.id),

    balance: (psn_no, insutype) => rowAt(tables, 'account', psn_no, insutype)?.balc ?? ZERO,
    accumulators: (psn_no, insutype) =>
      sortedBy(
        all('accumulator', (row) => row.psn_no === psn_no && row.insutype === insutype),
        (row) => row.period,
        (row) => row.cum_type_code,
      ).map(({ cum_type_code, period, amount }) => ({ cum_type_code, period, amount })),

    registration: (mdtrt_regno) => rowAt(tables, 'registration', mdtrt_regno),
    visit: (mdtrt_id) => rowAt(tables, 'visit', mdtrt_id),
    visitsOf: (psn_no) => all('visit', (row) => row.visitor.psn_no === psn_no),
    batch: (mdtrt_id, chrg_bchno) => rowAt(tables, 'batch', mdtrt_id, chrg_bchno),
    batches: (mdtrt_id) => all('batch', (row) => row.mdtrt_id === mdtrt_id),

    settlement: (book, setl_id) => rowAt(tables, 'settlement', book, setl_id),
    refundsOf: (book, setl_id) => all('settlement', (row) => row.book === book && row.refundOf === setl_id),
    settlementsOfVisit: (book, mdtrt_id) => all('settlement', (row) => row.book === book && row.mdtrt_id === mdtrt_id),
    settlementsByVisitNumber: (book, mdtrtsn) =>
      all('settlement', (row) => row.book === book && row.mdtrtsn === mdtrtsn),
    settlementsByMessage: (book, sender, infno, msgid) =>
      all(
        'settlement',
        (row) => row.book === book && row.sender === sender && row.infno === infno && row.msgid === msgid,
      ),

    nationalSettlementsOfPerson: (psn_no, from, to) =>
      byDay((row) => row.book === 'national' && row.visitor.psn_no === psn_no, from, to),
    nationalSettlementsOfCertificate: (certno, from, to) =>
      byDay((row) => row.book === 'national' && row.visitor.certno === certno, from, to),
    settlementsOfInstitution: (code, from, to) =>
      byDay((row) => row.book === 'treatment' && row.fixmedins_code === code, from, to),

    file: (file_qury_no) => rowAt(tables, 'file', file_qury_no),
    confirmationsOf: (setl_id) =>
      sortedBy(
        all('confirmation', (row) => row.setl_id === setl_id),
        (row) => row.period,
      ),
    clearingRecord: (kind, key) => clearing(kind).find((row) => row.key === key)?.body as never,
    clearingRecords: (kind, from, to) =>
      sortedBy(
        clearing(kind).filter(({ key }) => byCodePoint(from, key) <= 0 && byCodePoint(key, to) <= 0),
        (row) => row.key,
      ).map((row) => row.body as never),
    nationalOfDay: ofDay('national'),
    insuredOfDay: ofDay('insured'),
    nationalUnfiled: (from, to) =>
      sortedBy(
        all('settlement', (row) => row.book === 'national' && from <= row.setl_time && row.setl_time <= to),
        (row) => row.setl_time,
        (row) => row.setl_id,
      ).filter(
        ({ setl_id }) =>
          !rowAt(tables, 'settlement', 'treatment', setl_id) &&
          all('confirmation', (row) => row.setl_id === setl_id).length === 0,
      ),
    nationalUnconfirmed: (from, to) =>
      sortedBy(
        all(
          'settlement',
          (row) => row.book === 'national' && row.state !== 'reversed' && from <= row.setl_time && row.setl_time <= to,
        ),
        (row) => row.setl_time,
        (row) => row.setl_id,
      ).filter(({ setl_id }) => all('confirmation', (row) => row.confirmed && row.setl_id === setl_id).length === 0),
    nationalConfirmed: (period, after, limit) => {
      const said = all('confirmation', (row) => row.confirmed && row.period === period && row.setl_id > after);
      return sortedBy(said, (row) => row.setl_id)
        .flatMap(({ setl_id }) => rowAt(tables, 'settlement', 'national', setl_id) ?? [])
        .slice(0, limit);
    },
    confirmations: (code, from, to) =>
      sortedBy(
        all('confirmation', (row) => row.fixmedins_code === code && from <= row.period && row.period <= to),
        (row) => row.period,
        (row) => row.setl_id,
      ),

    voucher: ({ fixmedins_code, no, code }) => rowAt(tables, 'voucher', fixmedins_code, no, code),
    vouchersNumbered: (fixmedins_code, no) =>
      inVoucherOrder(all('voucher', (row) => row.fixmedins_code === fixmedins_code && row.no === no)),
    vouchers: () => inVoucherOrder(all('voucher')),
    vouchersOfSettlement: (setl_id) => inVoucherOrder(all('voucher', (row) => row.relation.setlId === setl_id)),
    voucherBatch: (fixmedins_code, upldBchno) => rowAt(tables, 'voucherBatch', fixmedins_code, upldBchno),
    voucherUpload: (fixmedins_code, upldBchno, row) => rowAt(tables, 'voucherUpload', fixmedins_code, upldBchno, row),
    voucherUploads: (fixmedins_code, upldBchno) =>
      all('voucherUpload', (row) => row.fixmedins_code === fixmedins_code && row.upldBchno === upldBchno).sort(
        (a, b) => a.row - b.row,
      ),
    voucherFile: (sha256) => rowAt(tables, 'voucherFile', sha256),
    voucherOnboarding: (fixmedins_code) => rowAt(tables, 'voucherOnboarding', fixmedins_code),
    voucherOnboardings: () => sortedBy(all('voucherOnboarding'), (row) => row.fixmedins_code),

    message: ({ door, sender, infno, msgid }) => rowAt(tables, 'message', door, sender, infno, msgid),
    openLegOfVisit: (mdtrt_id) => all('leg', (row) => isOpen(row) && row.mdtrt_id === mdtrt_id)[0],
    legOfMessage: ({ door, sender, infno, msgid }) =>
      all('leg', isOpen).find(
        ({ outer }) => outer.door === door && outer.sender === sender && outer.infno === infno && outer.msgid === msgid,
      ),
    legsInState: (state) => all('leg', (row) => row.state === state),

    serial: (key) => rowAt(tables, 'serial', key) ?? 0,
    nextDue: (until) => all('due', (row) => row.at <= until).sort((a, b) => a.at - b.at)[0],
    faults: () => all('fault'),
    faultAttempts: (fault, key) => rowAt(tables, 'faultAttempt', fault, key) ?? 0,
    firingsAfter: (seq, limit) =>
      all('firing', (row) => row.seq > seq)
        .sort((a, b) => a.seq - b.seq || a.nth - b.nth)
        .slice(0, limit),
    firingsOf: (seq) => all('firing', (row) => row.seq === seq).sort((a, b) => a.nth - b.nth),
    delivery: (seq) => rowAt(tables, 'delivery', seq),
    deliveriesAfter: (seq, limit) =>
      all('delivery', (row) => row.seq > seq)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
    signIn: (sign_no) => rowAt(tables, 'signIn', sign_no),
    setting: (key) => rowAt(tables, 'setting', key),
    settingsUnder: (prefix) =>
      sortedBy(
        [...tables.setting].map(([key, { row }]) => ({ key: (JSON.parse(key) as [string])[0], value: row })),
        (row) => row.key,
      ).filter((row) => row.key.startsWith(prefix)),

    lastJournalSeq: () => Math.max(0, ...all('journal').map((row) => row.seq)),
    journal: (limit) =>
      all('journal')
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit),
    journalOfTrace: (trace) => all('journal', (row) => row.trace === trace).sort((a, b) => a.seq - b.seq),
    headsOfTrace: (trace) =>
      all('journal', (row) => row.trace === trace)
        .sort((a, b) => a.seq - b.seq)
        .map(headOf),
    journalRows: (seqs) => seqs.flatMap((seq) => all('journal', (row) => row.seq === seq)),
    journalAfter: (seq, limit) =>
      all('journal', (row) => row.seq > seq)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit)
        .map(headOf),
    journalCount: (seq) => all('journal', (row) => row.seq > seq).length,
    journalOfDoors: (doors) => all('journal', (row) => doors.includes(row.door)).sort((a, b) => a.seq - b.seq),
    records: (infno, limit) =>
      all('record', (row) => row.infno === infno)
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit),
  };
};
