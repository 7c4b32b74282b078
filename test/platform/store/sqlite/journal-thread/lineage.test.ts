import { expect, it, onTestFinished } from 'vitest';
import { openBodies } from '../../../../../src/platform/store/sqlite/bodies.ts';
import { DOING, openDesk } from '../../../../../src/platform/store/sqlite/journal-thread/desk.ts';
import { openSqliteStore } from '../../../../../src/platform/store/sqlite/open.ts';
import { journalRow } from '../../rows.ts';
import { temporaryFile } from '../temporary-file.ts';

const keep = (file: string, generation: number, said: Readonly<Record<number, string>>): void => {
  const bodies = openBodies({ file, generation, schedule: () => undefined, onLoss: () => undefined });
  for (const [seq, text] of Object.entries(said)) {
    const bytes = Buffer.from(JSON.stringify({ infcode: 0, output: text }));
    bodies.append({ seq: Number(seq), direction: 'out', at: 0, content_type: 'application/json', bytes });
  }
  bodies.close();
};

it('bodies are those of the generation in which a row was written, brought along or not', () => {
  const book = temporaryFile();
  const bodies = `${book}-bodies`;
  const store = openSqliteStore({ file: book, synchronous: 'OFF' });
  store.writer.begin();
  store.writer.apply([1, 2, 3].map((seq) => ({ kind: 'journal.append' as const, row: journalRow({ seq }) })));
  void store.writer.commit();
  keep(bodies, 1, { 1: '原来的第一', 2: '原来的第二', 3: '原来的第三' });
  keep(bodies, 2, { 3: '后来的第三' });
  const files = { book, index: `${book}-index`, bodies, generation: 2, lineage: [{ generation: 1, upTo: 2 }] };
  const desk = openDesk(files);
  onTestFinished(() => {
    desk.close();
    store.close();
  });
  const found = DOING.bodies(desk, { text: '的第', after: 0 });
  expect(found).toMatchObject({ scanned: 3, hits: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
  expect(DOING.bodies(desk, { text: '原来的第三', after: 0 })).toMatchObject({ hits: [] });
  const exported = DOING.export(desk, { filter: {}, bodies: false }) as { readonly lines: string };
  expect(exported.lines).toContain('后来的第三');
  expect(exported.lines).not.toContain('原来的第三');
});
