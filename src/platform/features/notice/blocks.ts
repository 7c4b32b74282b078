import { BLANK, type Block, type Line } from './notice.ts';

export const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
export const list = (items: readonly Line[]): Block => ({ kind: 'list', items });

/** `其他材料：（由参保地填写）` */
export const blank = (what: string): Line => ({ text: `${what}：${BLANK}` });

/** 现场办理 and 线上办理, which the template asks for at every step; only the place knows them. */
export const BOTH_WAYS: readonly Line[] = [blank('现场办理'), blank('线上办理')];
