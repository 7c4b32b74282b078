import type { Instant } from '../../../kernel/civil-time.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { DomainWrite } from '../write.ts';
import { batchWrites, contentOf, type BatchTaken } from './receive.ts';
import type { Packed, Unpacked } from './unpacked.ts';
import type { VoucherBatch } from './voucher.ts';

/** Largest body of 4901 and 4905 in bytes: a package of 45 MiB as Base64 text, and its rows. */
export const VOUCHER_BODY = 64 * 1024 * 1024;

type Carrier = { readonly ftfileCompac?: string; readonly upldMode?: string };

/** The package of a message. Without upldMode the XML is looked for in the layout file (the field is not required). */
export const packedOf = ({ ftfileCompac, upldMode }: Carrier): Packed | undefined =>
  ftfileCompac === undefined ? undefined : { base64: ftfileCompac, mode: upldMode === '2' ? '2' : '1' };

type Context = {
  readonly institution: Institution;
  readonly party: Party;
  readonly now: Instant;
  readonly settings: { readonly voucherSeconds: number };
  readonly unpacked?: Unpacked;
};

/** What a batch changes, and what its sender is told. */
export type Taken = { readonly writes: readonly DomainWrite[]; readonly told: { readonly warn_msg?: string } };

/**
 * Takes a batch that has no fault as a whole. The same batch once more, under another msgid, has no second effect; its
 * number for another content is refused.
 */
export const takeBatch = (
  batch: Pick<BatchTaken, 'way' | 'sent' | 'interval' | 'rows'>,
  known: VoucherBatch | undefined,
  { institution: { fixmedins_code }, party, now, settings, unpacked }: Context,
): Taken | Refusal => {
  const taken = { ...batch, fixmedins_code, unpacked, now, checkAt: now + settings.voucherSeconds * 1000 };
  if (!known) return { writes: batchWrites(taken), told: {} };
  if (known.content !== contentOf(taken)) return refuse(party, 'voucher-batch-used', batch.sent.upldBchno);
  return { writes: [], told: { warn_msg: `批次 ${batch.sent.upldBchno} 已接收，内容相同，没有重复办理` } };
};
