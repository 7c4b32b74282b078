import { yuan } from '../../../kernel/money.ts';
import { voucherName } from '../../domain/voucher/keys.ts';
import { readQr } from '../../domain/voucher/qr.ts';
import type { Voucher } from '../../domain/voucher/voucher.ts';
import type { Reader } from '../../store/port.ts';

/** What a scanned code comes to: it is none of ours, nobody uploaded that voucher, it differs, or it is right. */
export type QrVerdict = {
  readonly verdict: 'unreadable' | 'unknown' | 'differs' | 'right';
  readonly text: string;
  readonly voucher?: Voucher;
};

/** Compares the QR code 二维码 of a voucher with what was uploaded. */
export const verifyQr = (reader: Pick<Reader, 'voucher'>, text: string): QrVerdict => {
  const facts = readQr(text);
  if (!facts) return { verdict: 'unreadable', text: '不是沙箱样张的二维码，或没有扫完整' };
  const { fixmedins_code, no, code } = facts;
  const voucher = reader.voucher({ fixmedins_code, no, code });
  const name = voucherName(facts);
  if (!voucher) return { verdict: 'unknown', text: `凭证 ${name} 没有上传到本工作区` };
  const { relation } = voucher;
  const compared: readonly [string, string, string][] = [
    ['校验码', facts.chkcode, relation.elecSetlCertChkcode ?? ''],
    ['开票日期', facts.billDate, relation.billDate],
    ['金额', yuan(facts.total), yuan(relation.medfeeSumamt)],
  ];
  const wrong = compared.find(([, scanned, uploaded]) => scanned !== uploaded);
  if (wrong) {
    return { verdict: 'differs', voucher, text: `凭证 ${name} 的${wrong[0]}二维码为 ${wrong[1]}，上传为 ${wrong[2]}` };
  }
  return { verdict: 'right', voucher, text: `凭证 ${name} 与上传的一致` };
};
