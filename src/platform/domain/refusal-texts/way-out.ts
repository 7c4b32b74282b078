/** What to do about an outcome that nobody knows: settlements and refunds are reversed, the rest is asked again. */
export const wayOut = (infno: string): string =>
  infno === '1107' || infno === '1203' ? '请发起冲正' : '请用同一报文号 msgid 重发';
