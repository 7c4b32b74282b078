import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../../src/platform/workspace/imports/csv-records.ts';

const cells = (text: string): (readonly string[])[] => [...csvRecords(text)].map((record) => record.cells);
const lines = (text: string): number[] => [...csvRecords(text)].map((record) => record.line);

describe('records of a spreadsheet', () => {
  it('are split at commas, blanks around a cell cut', () => {
    expect(cells('a,b,c\n1, 2 ,\n')).toEqual([['a', 'b', 'c'], ['1', '2', '']]); // prettier-ignore
  });

  it('may end in CR LF, and the last one in nothing', () => {
    expect(cells('a,b\r\n1,2')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
  });

  it('may hold separators, quotes and line ends in quotes', () => {
    expect(cells('"a,b","say ""yes""","two\nlines",""\n')).toEqual([['a,b', 'say "yes"', 'two\nlines', '']]);
  });

  it('are split at tabs where the first line has one', () => {
    expect(cells('a\tb,c\n1\t2,3')).toEqual([['a', 'b,c'], ['1', '2,3']]); // prettier-ignore
  });

  it('know the line in which they begin, empty lines left out', () => {
    expect(lines('a,b\n\n"x\ny\nz",1\r\n,\nlast,1')).toEqual([1, 3, 7]);
  });

  it('end with the text, even inside a quote', () => {
    expect(cells('a,"never closed\nb')).toEqual([['a', 'never closed\nb']]);
    expect(cells('')).toEqual([]);
    expect(cells('a"b,"c"d,e')).toEqual([['a"b', 'c', 'e']]);
  });
});
