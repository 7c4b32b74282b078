import type { Input, Output } from '../../domain/national/1005.gen.ts';
import type { Reader } from '../../store/port.ts';
import { otherEcho } from './echo.ts';

/** 1005: the person that was asked for, under a visit number that nobody has yet. */
export const registered = (reader: Reader, sent: Input['data'], { data }: Output): string | undefined => {
  const taken = reader.visit(data.mdtrt_regno) !== undefined;
  return otherEcho(sent, data) ?? (taken ? `就诊登记号 mdtrt_regno（${data.mdtrt_regno}）已用于另一次就诊` : undefined);
};
