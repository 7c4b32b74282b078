import { must } from '../../../src/kernel/assert.ts';
import { add, ZERO } from '../../../src/kernel/money.ts';
import type { Write } from '../../../src/platform/store/port.ts';
import { rowAt, rowThere, type Rows, type TableName, type Tables } from './tables.ts';

type Appliers = { readonly [K in Write['kind']]: (write: Extract<Write, { kind: K }>) => void };
type Key = readonly (string | number)[];

/** Overwrites the row of a key; undefined takes it away. */
export type Put = <T extends TableName>(name: T, key: Key, row: Rows[T] | undefined) => void;

/** One function for each kind of write, with the assertions that a database makes by its keys and references. */
export const mapAppliers = (tables: Tables, put: Put): Appliers => {
  const insert: Put = (name, key, row) => {
    must(rowAt(tables, name, ...key) === undefined, `${name} ${key.join(' ')} is there already`);
    put(name, key, row);
  };
  const ofPerson = <R extends { readonly psn_no: string }>(row: R): R => {
    rowThere(tables, 'person', row.psn_no);
    return row;
  };
  return {
    'institution.put': ({ institution }) => put('institution', [institution.fixmedins_code], institution),
    'item.put': ({ place, item }) => put('item', [place, item.med_list_codg], { place, item }),
    'match.put': ({ match: row }) =>
      put('match', [row.fixmedins_code, row.fixmedins_hilist_id, row.list_type, row.med_list_codg], row),
    'person.put': ({ person }) => put('person', [person.psn_no], person),
    'filing.put': ({ filing }) => put('filing', [filing.psn_no, filing.trt_dcla_detl_sn], ofPerson(filing)),
    'qualification.put': ({ qualification: row }) =>
      put('qualification', [row.psn_no, row.trt_dcla_detl_sn], ofPerson(row)),
    'chosen.put': ({ chosen: row }) =>
      put(
        'chosen',
        [row.psn_no, row.insutype, row.biz_appy_type, row.opsp_dise_code ?? '', row.fix_srt_no],
        ofPerson(row),
      ),
    'contribution.put': ({ contribution: row }) =>
      put('contribution', [row.psn_no, row.insutype, row.poolarea_no, row.accrym_begn, row.accrym_end], ofPerson(row)),
    'application.put': ({ application }) => put('application', [application.trt_dcla_detl_sn], application),
    'upload.put': ({ upload }) => put('upload', [upload.kind, upload.key], upload),
    'place.put': ({ state }) => put('placeState', [state.place], state),
    'maintenance.put': ({ window }) => put('maintenance', [window.id], window),
    'shown.put': ({ shown }) => put('shown', [shown.code], shown),
    'ec-token.put': ({ token }) => put('ecToken', [token.ec_token], token),
    'token-check.put': ({ check }) => put('tokenCheck', [check.ec_token, check.fixmedins_code], check),
    'face-authorisation.put': ({ authorisation }) => put('faceAuthorisation', [authorisation.authNo], authorisation),
    'terminal-notice.put': ({ notice }) => put('terminalNotice', [notice.seq], notice),
    'card-reading.put': ({ reading }) => put('cardReading', [reading.auth_sn], reading),
    'account.add': ({ psn_no, insutype, amount }) => {
      const before = rowAt(tables, 'account', psn_no, insutype)?.balc ?? ZERO;
      put('account', [psn_no, insutype], ofPerson({ psn_no, insutype, balc: add(before, amount) }));
    },
    'accumulator.add': ({ psn_no, insutype, period, cum_type_code, amount }) => {
      const key = [psn_no, insutype, period, cum_type_code];
      const before = rowAt(tables, 'accumulator', ...key)?.amount ?? ZERO;
      put('accumulator', key, ofPerson({ psn_no, insutype, period, cum_type_code, amount: add(before, amount) }));
    },
    'registration.put': ({ registration }) => put('registration', [registration.mdtrt_regno], registration),
    'visit.put': ({ visit }) => put('visit', [visit.mdtrt_id], visit),
    'batch.put': ({ batch }) => {
      rowThere(tables, 'visit', batch.mdtrt_id);
      put('batch', [batch.mdtrt_id, batch.chrg_bchno], batch);
    },
    'batch.withdraw': ({ mdtrt_id, chrg_bchno }) => {
      rowThere(tables, 'batch', mdtrt_id, chrg_bchno);
      put('batch', [mdtrt_id, chrg_bchno], undefined);
    },
    'batch.settle': ({ mdtrt_id, chrg_bchno, setl_id }) => {
      const { settledBy: _settledBy, ...lines } = rowThere(tables, 'batch', mdtrt_id, chrg_bchno);
      const settled = setl_id === undefined ? {} : { settledBy: setl_id };
      put('batch', [mdtrt_id, chrg_bchno], { ...lines, ...settled });
    },
    'settlement.add': ({ settlement }) => insert('settlement', [settlement.book, settlement.setl_id], settlement),
    'settlement.state': ({ book, setl_id, state }) =>
      put('settlement', [book, setl_id], { ...rowThere(tables, 'settlement', book, setl_id), state }),
    'voucher.put': ({ voucher }) => put('voucher', [voucher.fixmedins_code, voucher.no, voucher.code], voucher),
    'voucher-batch.put': ({ batch }) => put('voucherBatch', [batch.fixmedins_code, batch.upldBchno], batch),
    'voucher-upload.put': ({ upload: row }) => put('voucherUpload', [row.fixmedins_code, row.upldBchno, row.row], row),
    'voucher-file.put': ({ file }) => put('voucherFile', [file.sha256], file),
    'voucher-onboarding.put': ({ onboarding }) => put('voucherOnboarding', [onboarding.fixmedins_code], onboarding),
    'file.put': ({ file }) => put('file', [file.file_qury_no], file),
    'file.drop': ({ file_qury_no }) => put('file', [file_qury_no], undefined),
    'confirmation.put': ({ confirmation: row }) => put('confirmation', [row.setl_id, row.period], row),
    'confirmation.drop': ({ setl_id, period }) => put('confirmation', [setl_id, period], undefined),
    'clearing.put': ({ record, key, body }) => put('clearing', [record, key], { record, key, body }),
    'clearing.drop': ({ record, key }) => put('clearing', [record, key], undefined),
    'serial.take': ({ key, value }) => {
      const last = rowAt(tables, 'serial', key) ?? 0;
      must(value === last + 1, `${value} does not come next in the series ${key}`);
      put('serial', [key], value);
    },
    'due.put': ({ due }) => put('due', [due.kind, due.key], due),
    'due.done': ({ due }) => put('due', [due.kind, due.key], undefined),
    'fault.put': ({ fault }) => put('fault', [fault.id], fault),
    'fault.drop': ({ id }) => put('fault', [id], undefined),
    'fault.attempt': ({ fault, key, attempt }) => put('faultAttempt', [fault, key], attempt),
    'firing.append': ({ firing }) => insert('firing', [firing.seq, firing.nth], firing),
    'delivery.put': ({ delivery }) => put('delivery', [delivery.seq], delivery),
    'sign-in.put': ({ signIn }) => put('signIn', [signIn.sign_no], signIn),
    'record.collect': ({ record }) => insert('record', [record.seq], record),
    'message.remember': ({ message }) =>
      put('message', [message.door, message.sender, message.infno, message.msgid], message),
    'leg.put': ({ leg }) => put('leg', [leg.id], leg),
    'setting.put': ({ key, value }) => put('setting', [key], value),
    'journal.append': ({ row }) => insert('journal', [row.seq], row),
    'journal.drop': ({ seqs }) => seqs.forEach((seq) => put('journal', [seq], undefined)),
  };
};
