/**
 * What taking a package apart costs: 100 vouchers, small ones and ones near the limit; and how long nobody else is
 * served meanwhile. `npx tsx bench/vouchers.ts`
 */
import { createHash } from 'node:crypto';
import { unpackVouchers } from '../src/platform/features/voucher/files/unpack.ts';
import { asFen } from '../src/kernel/money.ts';
import { asPrice, asQuantity } from '../src/kernel/quantity.ts';
import { writeBill } from '../src/platform/features/voucher/make/write-bill.ts';
import { ofdFiles } from '../src/platform/features/voucher/make/write-ofd.ts';
import { zipFiles } from '../src/platform/features/voucher/make/zip-files.ts';
import type { Specimen } from '../src/platform/features/voucher/make/specimen.ts';

const line = {
  feeOcurTime: '2026-09-01 10:00:00',
  cnt: asQuantity(10_000),
  pric: asPrice(1_000_000),
  detItemFeeSumamt: asFen(100),
  medListCodg: '003107010210000',
  medListName: '动态血压监测',
};

const specimen = (no: string, lines: number): Specimen => ({
  fixmedins_code: 'H44030099001',
  fixmedins_name: '深圳市沙箱第一人民医院',
  relation: {
    elecSetlCertCode: '44060126', elecSetlCertNo: no, elecSetlCertType: '1', certSetlType: '2', mdtrtType: '1',
    billDate: '2026-09-01', medfeeSumamt: asFen(lines * 100),
  },
  bill: {
    billInfo: {
      elecSetlCertCode: '44060126', elecSetlCertNo: no, elecSetlCertChkcode: '123456', elecSetlCertType: '1',
      certSetlType: '2', mdtrtType: '1', elecSetlCertFlag: '0', supninsCode: '440000', psnName: '样张',
      billAmt: asFen(lines * 100), billDate: '2026-09-01', billTime: '10:00:00', medSumfee: asFen(lines * 100),
      psnCashpay: asFen(lines * 100),
    },
    mdtrtInfo: {
      fixmedinsCode: 'H44030099001', fixmedinsName: '深圳市沙箱第一人民医院', fixBlngAdmdvs: '440300',
      begntime: '2026-09-01 09:00:00', endtime: '2026-09-01 10:00:00', medType: '11',
    },
    feeDetl: Array.from({ length: lines }, () => line),
    diag: [],
    oprn: [],
  },
}); // prettier-ignore

const noise = (length: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 32) }, (_, n) => createHash('sha256').update(String(n)).digest()),
    length,
  );

const packageOf = (count: number, lines: number, padding: number): string => {
  const filler = { name: 'Doc_0/Res/filler.bin', bytes: noise(padding) };
  const files = Array.from({ length: count }, (_, n) => {
    const no = String(n).padStart(10, '0');
    const one = specimen(no, lines);
    return { name: `44060126-${no}.ofd`, bytes: zipFiles([...ofdFiles(one, writeBill(one.bill)), filler]) };
  });
  return zipFiles(files).toString('base64');
};

const measure = async (what: string, base64: string): Promise<void> => {
  await unpackVouchers({ base64, mode: '1' });
  let longest = 0;
  let last = performance.now();
  const tick = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(tick, 0);
  const from = performance.now();
  const unpacked = await unpackVouchers({ base64, mode: '1' });
  const took = performance.now() - from;
  clearInterval(timer);
  tick();
  const good = unpacked.ok ? unpacked.vouchers.filter(({ bill }) => bill).length : unpacked.text;
  const size = (base64.length * 3) / 4 / 1_048_576;
  const [mib, ms, pause] = [size, took, longest].map((value) => value.toPrecision(3));
  console.log(`${what}: ${mib} MiB, good ${good}, ${ms} ms, longest ${pause} ms`);
};

await measure('100 vouchers of 10 lines', packageOf(100, 10, 0));
await measure('100 vouchers of 100 lines, 300 KiB each', packageOf(100, 100, 300_000));
await measure('20 vouchers of 500 lines, 1.8 MiB each', packageOf(20, 500, 1_800_000));
await measure('5 vouchers whose XML is near its limit', packageOf(5, 1_500, 0));
