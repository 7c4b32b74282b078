import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import { confirmedStop } from '../../../domain/clearing/confirmed-stop.ts';
import type { Party } from '../../../domain/party.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';
import { named, reversalOf } from '../../../domain/reversal.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { Write } from '../../../store/port.ts';
import type { OriginalMessage } from './original-message.ts';
import type { Input } from './wire.gen.ts';

/** The message of ours that the insured place must undo, and what is undone here once it has. */
export type Undoing = {
  readonly relayed: {
    readonly mdtrtarea: Admdvs;
    readonly insuplc: Admdvs;
    readonly oinfno: string;
    readonly omsgid: string;
  };
  readonly writes: readonly Write[];
};

/** Nothing to undo: a refusal, or none where a second reversal is answered like the first. */
export type Nothing = { readonly refusal: Refusal | undefined };

const RELAYED_AS: Readonly<Record<string, string>> = { 2207: '1107', 2208: '1203' };

export const whatToUndo = (
  original: OriginalMessage,
  { psn_no, oinfno }: Input['data'],
  { party, settings }: HospitalContext,
): Undoing | Nothing => {
  if (!Object.hasOwn(RELAYED_AS, oinfno)) return { refusal: refuse(party, 'not-reversible', oinfno) };
  if (original.leg) {
    const another = original.visit?.visitor.psn_no !== psn_no;
    return another ? { refusal: refuse(party, 'original-mismatch') } : undoingLeg(original.leg);
  }
  const superseded = original.refunded !== undefined && isSuperseded(original);
  const outcome = reversalOf({ made: original.made, original: original.refunded, superseded, psn_no }, party);
  if (!outcome) return { refusal: refuse(party, original.underOtherNumber ? 'original-mismatch' : 'original-unknown') };
  if (isRefusal(outcome)) return { refusal: outcome };
  if (outcome === 'already-reversed') {
    return { refusal: settings.reversedAgain === 'ok' ? undefined : refuse(party, 'original-reversed') };
  }
  return undoing(original, outcome.undo, party);
};

const undoing = (original: OriginalMessage, undo: readonly Write[], party: Party): Undoing | Nothing => {
  const stop = confirmedStop(original.made, original.confirmations, party);
  if (stop) return { refusal: stop };
  const target = named(original.made);
  if (!target) return { refusal: refuse(party, 'original-unknown') };
  return { relayed: relayedOf(target), writes: [...undo, linesAfter(target, original.refunded)] };
};

const undoingLeg = (leg: NonNullable<OriginalMessage['leg']>): Undoing | Nothing => {
  const [sent] = leg.questions;
  if (!sent) return { refusal: undefined };
  const { mdtrtarea, insuplc, infno, msgid } = sent;
  return {
    relayed: { mdtrtarea, insuplc, oinfno: infno, omsgid: msgid },
    writes: [{ kind: 'leg.put', leg: { ...leg, state: 'reversed' } }],
  };
};

/** A refund cannot be undone once its lines are gone or settled anew, or its visit is withdrawn. */
const isSuperseded = ({ batch, refunded, visit }: OriginalMessage): boolean =>
  batch?.revision !== refunded?.batchRevision || batch?.settledBy !== undefined || visit?.withdrawn !== false;

const relayedOf = ({ mdtrtarea, insuplc, infno, relayedMsgid = '' }: Settlement): Undoing['relayed'] => ({
  mdtrtarea,
  insuplc,
  oinfno: RELAYED_AS[infno] ?? '',
  omsgid: relayedMsgid,
});

/**
 * The lines of a reversed settlement are unsettled again; those of a reversed refund belong to the settlement again.
 */
const linesAfter = (target: Settlement, refunded: Settlement | undefined): Write => ({
  kind: 'batch.settle',
  mdtrt_id: target.mdtrt_id,
  chrg_bchno: target.chrg_bchno ?? '',
  ...(refunded && { setl_id: refunded.setl_id }),
});
