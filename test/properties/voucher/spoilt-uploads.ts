import fc from 'fast-check';
import { memoryUsage } from 'node:process';
import { expect } from 'vitest';
import { HOSPITAL } from '../../support/world.ts';
import { openVoucherDesk, type VoucherDesk } from '../../support/voucher-desk.ts';
import { mutatedInput, mutation, type Parts } from './mutated-upload.ts';

/** One upload may take so long, in ms of a busy machine; and all of them may leave so much behind, in bytes. */
const SLOWEST = 3_000;
const MOST_MEMORY = 400_000_000;

type Good = Omit<Parts, 'no'>;

/** A good upload that every mutation starts from, each under a number of its own. */
const goodUpload = async (desk: VoucherDesk): Promise<Good & { readonly first: string }> => {
  const { setl_id } = await desk.settled();
  const made = desk.make(setl_id, { kind: 'self-pay', mode: '2' });
  const { upldDetlList, ftfileCompac: _zip, ...input } = JSON.parse(made.input) as Record<string, unknown>;
  const [row] = upldDetlList as Parts['row'][];
  const fileOf = (end: string) => made.files.find(({ name }) => name.endsWith(end))?.bytes ?? new Uint8Array();
  const [code = '', first = ''] = made.vouchers[0]?.name.split('-') ?? [];
  return { input, row: row ?? {}, code, first, ofd: fileOf('.ofd'), xml: new TextDecoder().decode(fileOf('.xml')) };
};

const numbered = ({ first, row, xml, ...good }: Awaited<ReturnType<typeof goodUpload>>, index: number): Parts => {
  const no = String(index).padStart(10, '0');
  return {
    ...good,
    no,
    row: { ...row, elecSetlCertNo: no },
    xml: xml.replaceAll(first, no),
    input: { ...good.input, upldBchno: `20260901${String(index).padStart(5, '0')}` },
  };
};

const CHINESE = /[一-龥]/;

/** What became of uploads, by outcome; every one is answered, in time, with a text, and nothing is half stored. */
export const playSpoiltUploads = async (runs: number, seed?: number): Promise<ReadonlyMap<string, number>> => {
  const desk = await openVoucherDesk();
  const good = await goodUpload(desk);
  const seen = new Map<string, number>();
  const before = memoryUsage().heapUsed;
  let index = 0;
  const property = fc.asyncProperty(mutation, async (one) => {
    const parts = numbered(good, (index += 1));
    const from = performance.now();
    const outcome = await outcomeOf(desk, parts, mutatedInput(parts, one));
    expect(performance.now() - from).toBeLessThan(SLOWEST);
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    expect(desk.world.defects).toEqual([]);
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) });
  expect(memoryUsage().heapUsed - before).toBeLessThan(MOST_MEMORY);
  await desk.world.close();
  return seen;
};

const stored = ({ world }: VoucherDesk) => {
  const { reader } = world.world.store;
  const vouchers = reader.vouchers();
  return { vouchers, batches: vouchers.map((one) => reader.voucherBatch(HOSPITAL, one.versions[0]?.upldBchno ?? '')) };
};

const outcomeOf = async (desk: VoucherDesk, { input }: Parts, sent: object): Promise<string> => {
  const before = stored(desk);
  const answer = await desk.world.call('4901', sent, { insuplc_admdvs: '' });
  if (answer.infcode !== 0) {
    expect(answer.err_msg).toMatch(CHINESE);
    expect(answer.err_msg).not.toMatch(/Error|undefined|\.ts:/);
    expect(stored(desk)).toEqual(before);
    return 'refused';
  }
  await desk.wait();
  const upldBchno = (sent as { upldBchno?: unknown }).upldBchno ?? input['upldBchno'];
  const uploads = desk.world.world.store.reader.voucherUploads(HOSPITAL, String(upldBchno));
  expect(uploads).toHaveLength(1);
  const [upload] = uploads;
  if (upload?.chkRslt === '1') {
    expect([upload.ftfileSavRslt, upload.savFaleRea, upload.layout?.format]).toEqual(['1', undefined, 'ofd']);
    return 'taken';
  }
  expect(upload?.chkRslt).toBe('2');
  expect(upload?.savFaleRea).toMatch(CHINESE);
  expect(upload?.savFaleRea?.length).toBeLessThanOrEqual(200);
  return 'failed';
};
