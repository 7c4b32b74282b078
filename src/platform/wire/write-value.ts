import { must } from '../../kernel/assert.ts';
import { printScaled } from '../../kernel/decimal.ts';
import type { Field } from './table.ts';

/** Prints a value that is set. Throws when it is not what its field holds. */
export type Print = (value: unknown) => string;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

const text =
  (complaint: string): Print =>
  (value) => {
    must(typeof value === 'string', complaint);
    return JSON.stringify(value);
  };

const shaped =
  (complaint: string, shape: RegExp): Print =>
  (value) => {
    must(typeof value === 'string' && shape.test(value), complaint);
    return `"${value}"`;
  };

const number =
  (complaint: string, scale: number): Print =>
  (value) => {
    must(typeof value === 'number' && Number.isSafeInteger(value), complaint);
    return printScaled(value, scale);
  };

const boolean =
  (complaint: string): Print =>
  (value) => {
    must(typeof value === 'boolean', complaint);
    return String(value);
  };

const json =
  (complaint: string, isList: boolean): Print =>
  (value) => {
    must(typeof value === 'object' && value !== null && Array.isArray(value) === isList, complaint);
    return JSON.stringify(value);
  };

/** How a field without rows of its own is printed; `path` names it in the complaint. */
export const valuePrinter = (field: Field, path: string): Print => {
  switch (field.type) {
    case 'string':
      return text(`${path} is no text`);
    case 'date':
      return shaped(`${path} is no yyyy-MM-dd`, DATE);
    case 'datetime':
      return shaped(`${path} is no yyyy-MM-dd HH:mm:ss`, DATE_TIME);
    case 'number':
      return number(`${path} is no integer of 10^-${field.scale}`, field.scale);
    case 'boolean':
      return boolean(`${path} is no boolean`);
    case 'bytes':
      return shaped(`${path} is no base64`, BASE64);
    case 'list':
      return json(`${path} is no list`, true);
    case 'object':
      return json(`${path} is no object`, false);
  }
};
