import type { z } from 'zod';
import { placeOf } from '../../../kernel/admdvs.ts';
import { mayBeReal } from '../../../kernel/identity-number.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { traceId, type World } from '../../dispatch/world.ts';
import { partyPrefix } from '../../domain/party.ts';
import type { Person } from '../../domain/person.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import { reimburse } from '../../domain/reimburse.ts';
import { reimbursementFacts } from '../../domain/reimbursement-facts.ts';
import { REIMBURSED, type Reimbursement } from '../../domain/reimbursement.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { JournalRow, Reader, Write } from '../../store/port.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { reimbursementForm } from './reimbursement-form.ts';

type Form = z.output<typeof reimbursementForm>;

/**
 * Manual reimbursement 手工报销 of a paid bill at the insured place: a turn of the workspace's queue, as a settlement is.
 * Faults of the form, or the one reason why nothing is paid; refusals leave no trace.
 */
export const reimburseClaim = async (
  world: World,
  raw: unknown,
): Promise<Result<Settlement, readonly FormProblem[]>> => {
  const form = readForm(reimbursementForm, raw);
  if (!form.ok) return form;
  const now = world.clock.now();
  return world.queue.submit((writer) => {
    const asked = askedFor(writer.reader, form.value);
    if (isRefusal(asked)) return fail([problemOf(asked)]);
    const paid = reimburse(reimbursementFacts(writer.reader, asked, now), asked, world.library, now);
    if (isRefusal(paid)) return fail([problemOf(paid)]);
    const { settlement, writes } = paid;
    const row = journalRow(world.nextSeq(), form.value, settlement, writes, now);
    writer.apply([...writes, { kind: 'journal.append', row }]);
    return ok(settlement);
  });
};

const problemOf = ({ by, text }: Refusal): FormProblem => ({ field: '', message: `${partyPrefix(by)} ${text}` });

const askedFor = (reader: Reader, { person: named, fixmedins_code, ...form }: Form): Reimbursement | Refusal => {
  const person = personNamed(reader, named);
  if (!person) return refuse({ role: 'sandbox' }, 'person-unknown');
  const institution = reader.institution(fixmedins_code);
  if (!institution) return refuse({ role: 'sandbox' }, 'institution-unknown', fixmedins_code);
  const insurance = person.insurances.find((row) => (form.insutype ?? row.insutype) === row.insutype);
  if (!insurance) return refuse({ role: 'sandbox' }, 'insurance-unknown', form.insutype ?? '');
  const { insutype, insuplc_admdvs } = insurance;
  return { ...form, person, institution, insutype, insuplc: placeOf(insuplc_admdvs) };
};

/** A number that a real person could have is never looked up. */
const personNamed = (reader: Reader, number: string): Person | undefined =>
  mayBeReal(number) ? undefined : (reader.person(number) ?? reader.personByCertificate(number.toUpperCase()));

const journalRow = (
  seq: number,
  form: Form,
  { setl_id, mdtrt_id, sender, msgid, visitor: { psn_no } }: Settlement,
  writes: readonly Write[],
  at: number,
): JournalRow => ({
  seq,
  trace: traceId(seq),
  hop: 0,
  door: 'insured',
  infno: REIMBURSED,
  sender,
  msgid,
  at,
  infcode: 0,
  mdtrt_id,
  setl_id,
  psn_no,
  input: JSON.stringify({ ...form, person: psn_no }),
  violations: [],
  writes: writes.map(({ kind }) => kind),
  repeated: false,
});
