import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptFile } from '../../../src/platform/workspace/kept.ts';
import { temporaryFolder } from '../store/sqlite/temporary-file.ts';

const FRESH: { count: number; name?: string } = { count: 0 };

describe('a kept value', () => {
  it('is fresh before there is a file, and the file’s own afterwards', () => {
    const path = join(temporaryFolder(), 'kept.json');
    const kept = keptFile(path, FRESH);
    expect(kept.get()).toEqual({ count: 0 });
    kept.change({ name: '张三' });
    kept.change({ count: 2 });
    expect(keptFile(path, FRESH).get()).toEqual({ count: 2, name: '张三' });
  });

  it('is written whole: nothing but the file is left behind', () => {
    const folder = temporaryFolder();
    keptFile(join(folder, 'kept.json'), FRESH).change({ count: 1 });
    expect(readdirSync(folder)).toEqual(['kept.json']);
    expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe('{\n  "count": 1\n}\n');
  });

  it('without a path lives in memory', () => {
    const kept = keptFile(undefined, FRESH);
    kept.change({ count: 1 });
    expect(kept.get()).toEqual({ count: 1 });
    expect(keptFile(undefined, FRESH).get()).toEqual({ count: 0 });
  });
});
