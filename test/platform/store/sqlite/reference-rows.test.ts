import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { storeWith } from '../conformance/opened.ts';
import { institutionRow } from '../rows.ts';
import { temporaryFile } from './temporary-file.ts';

it('a row that is kept for the next look-up cannot be changed', async () => {
  const { reader } = await storeWith(() => openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' }), {
    kind: 'institution.put',
    institution: institutionRow(),
  });
  const opened = reader.institution('H44030500001')?.openedDiseases[0];
  expect(() => Object.assign(opened ?? {}, { begndate: '1999-01-01' })).toThrow(TypeError);
  expect(reader.institution('H44030500001')).toEqual(institutionRow());
});
