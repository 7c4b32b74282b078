import type { Window } from './window.ts';

/** A message that can be sent again to the byte. */
export type Message = { readonly infno: string; readonly msgid: string; readonly body: string };

/** 报文: the envelope around an input. Whoever sends it again keeps it: same msgid, same bytes. */
export const newMessage = (window: Window, infno: string, insuplc_admdvs: string, input: object): Message => {
  window.serial += 1;
  const inf_time = window.now();
  // 发送方报文ID: institution, time to the second, four digits.
  const stamp = inf_time.replace(/\D/g, '');
  const msgid = `${window.fixmedins_code}${stamp}${String(window.serial % 10_000).padStart(4, '0')}`;
  const envelope = {
    infno,
    msgid,
    mdtrtarea_admvs: window.mdtrtarea_admvs,
    insuplc_admdvs,
    recer_sys_code: 'YBXT',
    infver: '1.0.0',
    opter_type: '1',
    opter: 'S001',
    opter_name: '收费员',
    inf_time,
    fixmedins_code: window.fixmedins_code,
    fixmedins_name: window.fixmedins_name,
    sign_no: window.signNo,
    input,
  };
  return { infno, msgid, body: JSON.stringify(envelope) };
};

/** The same message under the sign-in of now: the platform compares the input, not the envelope. */
export const signedAnew = (window: Window, { infno, msgid, body }: Message): Message => {
  const envelope = JSON.parse(body) as object;
  return { infno, msgid, body: JSON.stringify({ ...envelope, sign_no: window.signNo }) };
};
