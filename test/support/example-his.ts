import { must } from '../../src/kernel/assert.ts';
import { httpCall } from '../../src/platform/features/demo/http-call.ts';
import { play } from '../../src/platform/features/demo/play.ts';
import { demoClaims } from '../../src/platform/workspace/seeds/demo-claims.ts';

type Listed = { readonly id: string; readonly card_no: string; readonly card_sn: string };

/** Where a `wait` tells the tester to send to. */
export const addressTold = (text: string): string => /被测系统的地址：(\S+?)，/.exec(text)?.[1] ?? '';

/** An example HIS: an ordinary client that does the main job for 高血压 at the doors of a workspace. */
export const exampleHis = async (doors: string): Promise<void> => {
  const listed = await httpCall(`${doors}/_sandbox/personas`, { method: 'GET' });
  must(listed.ok, 'the workspace is there');
  const { personas } = JSON.parse(listed.value.text) as { personas: Listed[] };
  const [bill] = demoClaims();
  const card = personas.find(({ id }) => id === bill?.persona);
  must(bill && card, 'the claim has a persona');
  const hospital = {
    fixmedins_code: 'H44030099001',
    fixmedins_name: '深圳市沙箱第一人民医院',
    mdtrtarea_admvs: '440300',
  };
  const stage = { door: `${doors}/fsi/api`, hospital, insuplc_admdvs: '610100', now: '2026-09-01 10:00:00' };
  await play({ ...stage, card, bill, firstSerial: 1 }, () => undefined);
};
