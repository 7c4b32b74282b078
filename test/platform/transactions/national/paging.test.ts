import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { dateTimeOf, instantOf, type Instant } from '../../../../src/kernel/civil-time.ts';
import { changedSince, pageFrom, PAGE, uploadPage } from '../../../../src/platform/domain/downloads.ts';
import type { Upload } from '../../../../src/platform/domain/upload.ts';
import { openMapStore } from '../../../support/map-store.ts';

const START = instantOf('2026-09-01 08:00:00');

type Row = { readonly version: number; readonly updt_time: string };

const uploadRow = (key: number, version: number, updatedAt: Instant): Upload => ({
  kind: 'institution',
  key: `K${key}`,
  place: '440300',
  updatedAt,
  row: { key, version },
});

describe('pages', () => {
  it('put together are all rows, whatever row the first begins with', () => {
    fc.assert(
      fc.property(fc.nat(350), fc.integer({ min: 1, max: 400 }), (count, first) => {
        const rows = Array.from({ length: count }, (_, n) => n);
        const read: number[] = [];
        for (let startrow = first; startrow <= count; startrow += PAGE) read.push(...pageFrom(rows, { startrow }));
        expect(read).toEqual(rows.slice(first - 1));
        expect(pageFrom(rows, { startrow: Math.max(first, count + 1) })).toEqual([]);
      }),
    );
  });
});

/** What happens between two pages: rows are changed or added, and time passes. */
const happenings = fc.array(
  fc.record({ keys: fc.array(fc.nat(400), { maxLength: 6 }), passed: fc.integer({ min: 0, max: 2500 }) }),
  { minLength: 12, maxLength: 12 },
);

describe('a province that downloads while others upload', () => {
  it('has every row as it is now after a last round in which nothing happens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 320 }), happenings, (count, events) => {
        const { writer, reader, close } = openMapStore();
        const put = (upload: Upload) => {
          writer.begin();
          writer.apply([{ kind: 'upload.put', upload }]);
          void writer.commit();
        };
        let [now, version, next] = [START, 0, 0];
        for (let key = 0; key < count; key++) put(uploadRow(key, 0, now));
        now += 60_000;
        const happen = () => {
          const event = events[next++];
          if (!event) return;
          for (const key of event.keys) put(uploadRow(key, ++version, (now += 7)));
          now += event.passed;
        };

        const copy = new Map<unknown, number>();
        /** One round: the mark is the time of its first page's answer, to the second, as an envelope prints it. */
        const round = (updt_time?: string): string => {
          const mark = dateTimeOf(now);
          for (let startrow = 1, more = true; more; startrow += PAGE) {
            const asked = { startrow, ...(updt_time !== undefined && { updt_time }) };
            const page = uploadPage<Row & { key: number }>(reader.uploads('institution', changedSince(asked)), asked);
            for (const row of page.data) copy.set(row.key, row.version);
            more = page.data.length === PAGE;
            happen();
          }
          return mark;
        };

        let mark = round();
        while (next < events.length) mark = round(mark);
        round(mark);
        const kept = reader.uploads('institution', 0).map(({ row }) => [row['key'], row['version']]);
        expect([...copy].sort(([a], [b]) => Number(a) - Number(b))).toEqual(
          kept.sort(([a], [b]) => Number(a) - Number(b)),
        );
        must(copy.size >= count, 'all of the first rows were read');
        close();
      }),
      { numRuns: 60 },
    );
  });
});
