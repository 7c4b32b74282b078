/** 1101 over HTTP in a process of its own, so that nothing but the server can make it wait. Parent: `start`, `stop`. */
import { openHis } from '../../test/support/his.ts';
import { personaOf } from './persona.ts';
import { steadyLoad, type Times } from './steady-load.ts';

const [url = '', perSecond] = process.argv.slice(2);
const his = openHis((path, init) => fetch(url + path, init));
const { certno, insuplc_admdvs } = await personaOf(his);
const ask = async () => {
  const input = { data: { mdtrt_cert_type: '02', mdtrt_cert_no: certno } };
  const { infcode } = await his.send('1101', input, { insuplc_admdvs });
  if (infcode !== 0) throw new Error('1101 is refused');
};
let stop: (() => Promise<Times>) | undefined;

process.on('message', (order: 'start' | 'stop') => {
  if (order === 'start') stop = steadyLoad(Number(perSecond), ask);
  else void stop?.().then((times) => process.send?.(times));
});
process.send?.('ready');
