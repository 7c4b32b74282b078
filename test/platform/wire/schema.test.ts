import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { read } from '../../../src/platform/wire/read.ts';
import { schemaOf } from '../../../src/platform/wire/schema.ts';
import { tableNumbers } from '../../../src/platform/wire/load-table.ts';
import { hospital } from './table-of.ts';

describe('the schema of a table', () => {
  const schema = schemaOf(hospital('2204'), 'input', ['feedetail[].cnt']);

  it('takes what a client sends and gives what read gives', () => {
    const raw = { FEEDETAIL: { cnt: '2', pric: 1.5, fee_ocur_time: '20250101', unknown: 1 } };
    expect(schema.parse(raw)).toEqual(read(hospital('2204'), raw).value);
  });

  it('fails where something needed is missing, and only there', () => {
    expect(schema.safeParse({ feedetail: [{ pric: 1 }] }).error?.issues.map(({ path }) => path)).toEqual([
      ['feedetail', 0, 'cnt'],
    ]);
    expect(schema.safeParse({}).success).toBe(false);
    expect(schemaOf(hospital('2204')).safeParse({}).success).toBe(true);
  });

  it('exists for both sides of every table', () => {
    for (const infno of tableNumbers('hospital')) {
      for (const side of ['input', 'output'] as const) {
        expect(schemaOf(hospital(infno), side).safeParse({}).success).toBe(true);
      }
    }
  });

  it('turns into JSON Schema, for forms', () => {
    const made = z.toJSONSchema(schemaOf(hospital('2601'), 'input', ['data.omsgid']), { io: 'output' });
    expect(made.properties?.['data']).toEqual({
      type: 'object',
      properties: {
        psn_no: { type: 'string', title: '人员编号' },
        omsgid: { type: 'string', title: '原发送方报文ID' },
        oinfno: { type: 'string', title: '原交易编号' },
      },
      required: ['omsgid'],
      additionalProperties: false,
    });
  });
});
