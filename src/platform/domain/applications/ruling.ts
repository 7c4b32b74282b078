import { dateOf, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Application, ApplicationKind, ApplicationState, Entitlement } from '../application.ts';
import type { Party } from '../party.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import type { DomainWrite } from '../write.ts';
import { askedFor, endedFrom, entitlementWrites, type Concerned } from './entitlement-writes.ts';
import { moveStop, stepped } from './moves.ts';

/** An application after a step, and everything that the step changes. */
export type Ruling = { readonly application: Application; readonly writes: readonly DomainWrite[] };

/** Who decides, for whom, with which remark. */
export type Deed = Concerned & { readonly by: Party; readonly note?: string | undefined };

/** An application as it is kept, and the row that it has become, if it was approved. */
export type FiledAs<Kind extends ApplicationKind> = {
  readonly application: Extract<Application, { readonly kind: Kind }>;
  readonly held: Extract<Entitlement, { readonly kind: Kind }> | undefined;
};

export type Filed = FiledAs<ApplicationKind>;

const ruled = (application: Application, writes: readonly DomainWrite[] = []): Ruling => ({
  application,
  writes: [{ kind: 'application.put', application }, ...writes],
});

/** 受理 or 审核不通过: nothing is held by it. */
export const movedOn = (
  { application }: Filed,
  to: 'accepted' | 'rejected',
  { by, now, note }: Deed,
): Ruling | Refusal => moveStop(application, to, by) ?? ruled(stepped(application, to, now, note));

/** 审核通过: what was granted holds from its begin on. */
export const approved = ({ application }: Filed, deed: Deed, granted = askedFor(application)): Ruling | Refusal =>
  moveStop(application, 'approved', deed.by) ??
  ruled(stepped(application, 'approved', deed.now, deed.note), entitlementWrites(granted, deed));

/** 撤销, 变更 or 终止: what was held ends the day before, today unless said; an application that was not yet decided just ends. */
export const closed = (
  { application, held }: Filed,
  how: ApplicationState & ('cancelled' | 'changed' | 'terminated'),
  deed: Deed,
  from?: CivilDate,
): Ruling | Refusal => {
  const stop = moveStop(application, how, deed.by);
  if (stop) return stop;
  const on = dateOf(deed.now);
  const ended = held && endedFrom(held, from ?? on, { how, on });
  return ruled(stepped(application, how, deed.now, deed.note), ended ? entitlementWrites(ended, deed) : []);
};

/**
 * 变更审核通过: the filing that was applied for takes the place of the one it replaces, which ends the day before; never before
 * today, as what was settled until then rests on the old one. */
export const approvedInstead = (filed: Filed, replaced: Filed, deed: Deed): Ruling | Refusal => {
  const { application } = filed;
  if (application.kind !== 'filing') return approved(filed, deed);
  const { asked, trt_dcla_detl_sn } = application;
  const today = dateOf(deed.now);
  const row = { ...asked, begndate: asked.begndate < today ? today : asked.begndate };
  const closing = closed(replaced, 'changed', { ...deed, note: `变更为 ${trt_dcla_detl_sn}` }, row.begndate);
  if (isRefusal(closing)) {
    return refuse(deed.by, 'filing-replaced-gone', replaced.application.trt_dcla_detl_sn, closing.text);
  }
  const ruling = approved(filed, deed, { kind: 'filing', row });
  return isRefusal(ruling) ? ruling : { ...ruling, writes: [...closing.writes, ...ruling.writes] };
};
