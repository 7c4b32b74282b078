import { addDays, dateOf, dateTimeOf, instantOf } from '../../../../kernel/civil-time.ts';
import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from './wire.gen.ts';

/** 签到: per operator of an institution; the number is a six-digit serial, as real platforms hand out short numbers. */
export const signIn = hospitalTransaction<Input, Output>()({
  infno: '9001',
  slug: 'sign-in',
  title: '签到',
  kind: 'mutation',
  needs: ['signIn.opter_no'],
  refusals: [],
  load: (reader) => ({ serial: reader.serial('sign-in') + 1 }),
  decide: ({ serial }, { signIn: { opter_no } }, { now, institution }) => {
    const sign_no = String(serial).padStart(6, '0');
    return accept({ signinoutb: { sign_time: dateTimeOf(now), sign_no } }, [
      { kind: 'serial.take', key: 'sign-in', value: serial },
      {
        kind: 'sign-in.put',
        signIn: { sign_no, fixmedins_code: institution.fixmedins_code, opter_no, signedInAt: now },
      },
      { kind: 'due.put', due: { kind: 'sign-in-end', key: sign_no, at: instantOf(addDays(dateOf(now), 1)) } },
    ]);
  },
  examples: [
    { title: '收费员签到', input: { signIn: { opter_no: 'S001', mac: '02-00-00-00-00-01', ip: '127.0.0.1' } } },
  ],
  notes: [
    '签到按操作员；默认不检查 sign_no，工作区设 signIn=required 后除 9001 外都要带有效的 sign_no。',
    '签到当日有效，次日零点失效，须重新签到。',
  ],
  differences: ['签到的有效期各地不同（1 小时、24 小时、当日）：沙箱按当日。'],
});
