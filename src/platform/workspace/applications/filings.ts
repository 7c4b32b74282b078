import type { World } from '../../dispatch/world.ts';
import type { Application } from '../../domain/application.ts';
import { filingThere } from '../../domain/applications/already-there.ts';
import { filingAsked, filingFault, type FilingAsked } from '../../domain/applications/filing-asked.ts';
import { changedFiling, changeStop } from '../../domain/applications/filing-change.ts';
import { lockStop } from '../../domain/applications/filing-lock.ts';
import { andThen, newApplication, nextNumber } from '../../domain/applications/new-application.ts';
import {
  approved,
  approvedInstead,
  closed,
  movedOn,
  type Deed,
  type Ruling,
} from '../../domain/applications/ruling.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { clerkTurn, deedFor, onNumber, type Desk, type Ruled } from './clerk.ts';
import { filedNumbered } from './filed-numbered.ts';
import { changeForm, filingForm, remarkForm, reviewForm } from './forms.ts';
import { insuredPerson } from './insured-person.ts';

/** 备案登记: an application for a filing; with `approve` it holds at once. */
export const registerFiling = (world: World, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, filingForm, raw, (form, desk) => {
    const { reader, today, now } = desk;
    const found = insuredPerson(reader, form.person);
    if (isRefusal(found)) return found;
    const { person, insuplc } = found;
    const asked = {
      psn_no: person.psn_no,
      kind: form.kind,
      mdtrtarea_admdvs: form.mdtrtarea_admdvs,
      ...onlyAt(desk, form.fixmedins_code),
      begndate: form.begndate ?? today,
      enddate: form.enddate,
    };
    return filed(desk, asked, deedFor(person, insuplc, now, form.note), form.approve);
  });

/** 变更: an application for a filing that takes the place of that one. */
export const changeFiling = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, changeForm, raw, ({ note, approve, fixmedins_code, ...changes }, desk) =>
    onNumber(desk, no, 'filing', note, (before, deed) => {
      const { reader, today, settings } = desk;
      const row = before.held?.row ?? before.application.asked;
      const known = row.fixmedins_code === undefined ? undefined : reader.institution(row.fixmedins_code);
      const only = fixmedins_code === null ? { only: null } : onlyAt(desk, fixmedins_code);
      const asked = changedFiling(row, { ...changes, ...only }, known, today);
      const stop = changeStop(before, asked.begndate, { ...deed, lockMonths: settings.filingLockMonths });
      return stop ?? filed(desk, asked, deed, approve, no);
    }),
  );

/** 审核: applied for or accepted before, it holds from its begin on, or not at all. */
export const reviewFiling = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, reviewForm, raw, ({ result, note }, desk) =>
    onNumber(desk, no, 'filing', note, (filing, deed) =>
      result === 'approved' ? approvedHere(desk, filing.application, deed) : movedOn(filing, 'rejected', deed),
    ),
  );

/** 撤销: the filing holds until yesterday, or was never decided. */
export const cancelFiling = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, remarkForm, raw, ({ note }, desk) =>
    onNumber(desk, no, 'filing', note, (filing, deed) => {
      const { settings, today } = desk;
      return (
        lockStop(filing.application, settings.filingLockMonths, today, deed.by) ?? closed(filing, 'cancelled', deed)
      );
    }),
  );

const onlyAt = ({ reader }: Desk, fixmedins_code: string | undefined) =>
  fixmedins_code === undefined ? {} : { only: { fixmedins_code, known: reader.institution(fixmedins_code) } };

type Asked = Omit<FilingAsked, 'trt_dcla_detl_sn'>;

/** Applies for a filing when nothing is wrong with it, and approves it when that is said. */
const filed = (desk: Desk, given: Asked, deed: Deed, approve: boolean, replaces?: string): Ruling | Refusal => {
  const { reader, now, today } = desk;
  const { insuplc, by, person } = deed;
  const number = nextNumber(reader, insuplc, 'filing', now);
  const asking = { ...given, trt_dcla_detl_sn: number.trt_dcla_detl_sn };
  const there = { filings: reader.filings(person.psn_no), applications: reader.applicationsOf(person.psn_no) };
  const asked = filingAsked(asking);
  const fault = filingFault(asking, insuplc, today, by) ?? filingThere(there, asked, replaces, by);
  if (fault) return fault;
  const applied = newApplication({ kind: 'filing', asked, ...(replaces !== undefined && { replaces }) }, number, deed);
  return approve ? andThen(applied, (application) => approvedHere(desk, application, deed)) : applied;
};

/** Approves it; one that replaces another ends that one. */
const approvedHere = ({ reader }: Desk, application: Application, deed: Deed): Ruling | Refusal => {
  const waiting = { application, held: undefined } as Parameters<typeof approved>[0];
  if (application.kind !== 'filing' || application.replaces === undefined) return approved(waiting, deed);
  const replaced = filedNumbered(reader, application.replaces, 'filing');
  return isRefusal(replaced) ? replaced : approvedInstead(waiting, replaced.filed, deed);
};
