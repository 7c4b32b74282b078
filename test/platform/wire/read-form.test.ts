import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm } from '../../../src/platform/wire/read-form.ts';

const form = z.strictObject({
  name: z.string().min(1).max(5),
  kind: z.enum(['a', 'b']).default('a'),
  rows: z.array(z.strictObject({ count: z.int() })).default([]),
  even: z
    .number()
    .refine((value) => value % 2 === 0, { error: '应为偶数' })
    .exactOptional(),
});

const said = (raw: unknown) => {
  const read = readForm(form, raw);
  return read.ok ? [] : read.error.map(({ field, message }) => `${field}: ${message}`);
};

describe('a form', () => {
  it('is read with its defaults', () => {
    expect(readForm(form, { name: '张三' })).toEqual({ ok: true, value: { name: '张三', kind: 'a', rows: [] } });
  });

  it('says in Chinese everything that is wrong with it', () => {
    expect(said({ kind: 'c', rows: [{ count: 'x' }, 1], even: 3, extra: 1 })).toEqual([
      'name: 缺少 name',
      'kind: kind 应为 a、b 之一',
      'rows.0.count: count 应为数字',
      'rows.1: 1 应为对象',
      'even: even 应为偶数',
      'extra: 不认识的字段 extra',
    ]);
    expect(said({ name: '' })).toEqual(['name: name 不能为空']);
    expect(said({ name: '一二三四五六' })).toEqual(['name: name 过长，最多 5']);
    expect(said('text')).toEqual([': 内容 应为对象']);
  });
});
