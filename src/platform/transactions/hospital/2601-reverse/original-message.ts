import type { HospitalContext } from '../../../dispatch/definition.ts';
import type { Confirmation } from '../../../domain/confirmation.ts';
import { named } from '../../../domain/reversal.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { Batch, Visit } from '../../../domain/visit.ts';
import type { Leg, Reader, RememberedMessage } from '../../../store/port.ts';
import type { Input } from './wire.gen.ts';

/** Everything that the treatment place knows of the message to reverse. */
export type OriginalMessage = {
  readonly remembered: RememberedMessage | undefined;
  /** Set while the message is on its way, or its outcome is unknown even here. */
  readonly leg: Leg | undefined;
  readonly made: readonly Settlement[];
  /** The msgid belongs to the other of the two reversible transactions. */
  readonly underOtherNumber: boolean;
  /** What the hospital has said of it for clearing. */
  readonly confirmations: readonly Confirmation[];
  readonly refunded: Settlement | undefined;
  readonly batch: Batch | undefined;
  readonly visit: Visit | undefined;
};

const OTHER: Readonly<Record<string, string>> = { 2207: '2208', 2208: '2207' };

/** 2207A is reversed as 2207: oinfno has room for four characters only. */
const numbers = (oinfno: string): string[] => [oinfno, `${oinfno}A`];

export const originalMessage = (reader: Reader, { data }: Input, { message }: HospitalContext): OriginalMessage => {
  const keys = numbers(data.oinfno).map((infno) => ({
    door: 'hospital',
    sender: message.sender,
    infno,
    msgid: data.omsgid,
  }));
  const made = reader.settlementsByMessage('treatment', message.sender, data.oinfno, data.omsgid);
  const other = Object.hasOwn(OTHER, data.oinfno) ? OTHER[data.oinfno] : undefined;
  const target = named(made);
  const refunded = target?.refundOf === undefined ? undefined : reader.settlement('treatment', target.refundOf);
  const leg = keys.map((key) => reader.legOfMessage(key)).find((row) => row !== undefined);
  return {
    remembered: keys.map((key) => reader.message(key)).find((row) => row !== undefined),
    leg,
    made,
    underOtherNumber:
      other !== undefined && reader.settlementsByMessage('treatment', message.sender, other, data.omsgid).length > 0,
    confirmations: target ? reader.confirmationsOf(target.setl_id) : [],
    refunded,
    batch: refunded && reader.batch(refunded.mdtrt_id, refunded.chrg_bchno ?? ''),
    visit: reader.visit(leg?.mdtrt_id ?? target?.mdtrt_id ?? ''),
  };
};
