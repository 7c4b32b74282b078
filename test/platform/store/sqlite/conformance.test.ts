import { describe } from 'vitest';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { conformsToThePort } from '../conformance.ts';
import { temporaryFile } from './temporary-file.ts';

describe('the store in a SQLite file', () => {
  conformsToThePort(() => openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' }));
});
