import type { After, PlainHttp, Wire } from '../../kernel/fault/effect.ts';
import { altered } from './alter.ts';
import { spelt } from './spelt.ts';

/** An answer on its way out: what leaves in place of it, and what the connection does. */
export type WayOut = { readonly bytes: string | Uint8Array; readonly http?: PlainHttp; readonly wire: readonly Wire[] };

/** Does to an answer what faults ordered: first to its values, then to its spelling; the wire is left to the door. */
export const wayOut = (answer: string, effects: readonly After[]): WayOut => {
  const values = effects.reduce((text, one) => (one.do === 'alter' ? altered(text, one.change) : text), answer);
  const spelling = effects.find((one) => one.do === 'spell');
  const http = effects.find((one) => one.do === 'answer')?.http;
  return {
    bytes: spelling ? spelt(values, spelling.as) : values,
    wire: effects.filter(isWire),
    ...(http && { http }),
  };
};

const isWire = (effect: After): effect is Wire => !['wait', 'alter', 'spell', 'answer'].includes(effect.do);
