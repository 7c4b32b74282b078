import { describe, expect, it } from 'vitest';
import { violationsHeader } from '../../../../src/platform/http/door/violations-header.ts';

describe('x-kuasheng-violations', () => {
  it('is absent where nothing was breached', () => {
    expect(violationsHeader([])).toBeUndefined();
  });

  it('joins path and kind of each breach', () => {
    expect(violationsHeader(['opter:missing', 'input.feedetail[3].cnt:type'])).toBe(
      'opter:missing,input.feedetail[3].cnt:type',
    );
  });

  it('names twenty breaches and counts the rest', () => {
    const header = violationsHeader(Array.from({ length: 32 }, (_, index) => `f${index}:missing`));
    expect(header?.split(',')).toHaveLength(21);
    expect(header?.endsWith('f19:missing,+12')).toBe(true);
    expect(violationsHeader(Array.from({ length: 20 }, () => 'f:missing'))).not.toContain('+');
  });

  it('holds nothing that a header cannot carry', () => {
    expect(violationsHeader(['input.姓名 a,b\r\n:length'])).toBe('input.???a?b??:length');
  });
});
