import { describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Entry = {
  readonly id: string;
  readonly psn_no: string;
  readonly shows: string;
  readonly diseases: readonly string[];
  readonly card_no: string | null;
  readonly card_sn: string | null;
  readonly ec_token: string | null;
};

const personas = async (): Promise<readonly Entry[]> => {
  const { json } = await counter.control<{ personas: readonly Entry[] }>('GET', '/_sandbox/personas');
  return json.personas;
};

describe('the personas', () => {
  it('come with everything that a window needs to name them', async () => {
    const one = (await personas()).find((row) => row.id === 'xian-worker-hypertension-diabetes');
    expect(one).toMatchObject({
      name: '秦双慢',
      psn_cert_type: '01',
      certno: expect.stringMatching(/^619900\d{11}[\dX]$/) as string,
      card_no: 'K99000001',
      card_sn: expect.stringMatching(/^610100/) as string,
      ec_token: expect.stringMatching(/^610000ec/) as string,
      insuplc_admdvs: '610100',
      insutype: '310',
      diseases: ['M03900', 'M01600'],
      insurances: [expect.objectContaining({ insutype: '310', psn_insu_stas: '1', balc: 16_880 })],
    });
    expect(one?.shows).toContain('西安在职职工');
  });

  it('have only the diseases that are valid today', async () => {
    const expired = (await personas()).filter(
      (row) => row.id.includes('expired') || row.id.includes('no-qualification'),
    );
    expect(expired.length).toBeGreaterThan(0);
    const reader = counter.sandbox().workspaceOf('').world().store.reader;
    for (const row of expired) {
      const rows = reader.qualifications(row.psn_no);
      const valid = rows.filter(({ enddate }) => enddate === undefined || enddate >= '2026-09-01');
      expect(row.diseases).toHaveLength(valid.length);
    }
    const all = (await personas()).flatMap((row) => reader.qualifications(row.psn_no));
    const shown = (await personas()).flatMap((row) => row.diseases);
    expect(shown.length).toBeLessThan(all.length);
  });

  it('without a card or a token say so', async () => {
    const all = await personas();
    expect(all.some((row) => row.card_no === null && row.card_sn === null)).toBe(true);
    expect(all.some((row) => row.ec_token === null)).toBe(true);
  });
});
