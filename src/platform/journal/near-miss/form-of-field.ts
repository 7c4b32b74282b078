import { closest } from '../../../kernel/edit-distance.ts';
import { printScaled } from '../../../kernel/decimal.ts';
import { codeList } from '../../wire/dictionary.ts';
import { charactersOf } from '../../wire/read-text.ts';
import type { Field, FieldType } from '../../wire/table.ts';

const TYPES: Readonly<Record<FieldType, string>> = {
  string: '字符型',
  number: '数值型',
  date: '日期型 yyyy-MM-dd',
  datetime: '日期时间型 yyyy-MM-dd HH:mm:ss',
  boolean: '布尔型',
  bytes: '字节（Base64）',
  list: '列表',
  object: '对象',
};

const FEW = 12;

/** `字符型(6)，必填，码表 med_type：11 普通门诊、12 门诊挂号…` */
export const formOf = (field: Field): string => {
  const list = field.codes === undefined ? undefined : codeList(field.codes);
  const codes = [...(list?.codes ?? [])].slice(0, FEW).map(([code, label]) => `${code} ${label}`);
  const rest = (list?.codes.size ?? 0) > FEW ? `…共 ${list?.codes.size ?? 0} 个` : '';
  return [
    TYPES[field.type] + (field.length === undefined ? '' : `(${field.length})`),
    ...(field.required ? ['必填'] : []),
    ...(list ? [`码表 ${list.key}：${codes.join('、')}${rest}`] : []),
  ].join('，');
};

/**
 * The valid forms nearest to what a field said: codes of its list by their spelling or their label, a text cut to its
 * length, a date or an amount as it was understood. None where nothing near is known.
 */
export const nearestForms = (field: Field, came: string, understood: unknown): string[] => {
  const list = field.codes === undefined ? undefined : codeList(field.codes);
  if (list) {
    const labelled = [...list.codes].filter(([, label]) => came !== '' && label === came).map(([code]) => code);
    const near = labelled.length > 0 ? labelled : closest(came, list.codes.keys());
    return near.map((code) => `${code} ${list.codes.get(code) ?? ''}`.trim());
  }
  if (field.type === 'string') {
    const most = charactersOf(field.length);
    return came.length > most ? [came.slice(0, most)] : [];
  }
  if (typeof understood === 'number') return [printScaled(understood, field.scale)];
  return typeof understood === 'string' ? [understood] : [];
};
