import { describe, expect, it } from 'vitest';
import { openMapStore } from '../../support/map-store.ts';
import { conformsToThePort } from './conformance.ts';
import { storeWith } from './conformance/opened.ts';
import { institutionRow } from './rows.ts';

describe('the store in memory', () => {
  conformsToThePort(openMapStore);

  it('throws when somebody changes a row that was read', async () => {
    const { reader } = await storeWith(openMapStore, { kind: 'institution.put', institution: institutionRow() });
    const read = reader.institution('H44030500001') as { hosp_lv: string };
    expect(() => (read.hosp_lv = '11')).toThrow(TypeError);
  });
});
