import type { Answer } from '../../support/world.ts';

const KEYS = [
  'infcode', 'inf_refmsgid', 'refmsg_time', 'respond_time', 'err_msg', 'output', 'warn_msg', 'signtype', 'cainfo',
].join(); // prettier-ignore

/** Words that only a defect of ours brings into a message for people. The fuzz sends none of them. */
const DEFECT =
  /Error\b|Exception|\bundefined\b|\bNaN\b|\[object|Cannot |is not (?:a|an|defined|iterable)\b|\n\s+at |\.ts:\d/;

/** A refusal names who says it, then says it in Chinese. */
const REFUSAL = /^\[(国家平台|沙箱|就医地 [^\]]*|参保地 [^\]]*)\] .*\p{Script=Han}/su;

type Envelope = Readonly<Record<string, unknown>>;

const faultsOfYes = ({ err_msg }: Envelope): string[] => (err_msg === null ? [] : ['a success has an err_msg']);

const faultsOfNo = ({ err_msg, output, warn_msg }: Envelope): string[] => {
  if (typeof err_msg !== 'string') return ['a refusal has no err_msg'];
  return [
    ...(output === null && warn_msg === null ? [] : ['a refusal has an output or advice']),
    ...(REFUSAL.test(err_msg) ? [] : [`not a refusal in Chinese: ${err_msg}`]),
    ...(DEFECT.test(err_msg) ? [`speaks of a defect: ${err_msg}`] : []),
  ];
};

/** What is wrong with the bytes of an answer, whatever was sent: it must be an envelope that says yes or no. */
export const faultsOfAnswer = ({ bytes }: Pick<Answer, 'bytes'>): string[] => {
  const envelope = JSON.parse(bytes) as Envelope;
  const { infcode, inf_refmsgid, refmsg_time, respond_time } = envelope;
  return [
    ...(Object.keys(envelope).join() === KEYS ? [] : ['other keys than those of an envelope']),
    ...(/^\{"infcode":(0|-1),/.test(bytes) ? [] : ['infcode is neither 0 nor -1']),
    ...(/^\d{30}$/.test(String(inf_refmsgid)) ? [] : [`inf_refmsgid is ${String(inf_refmsgid)}`]),
    ...([refmsg_time, respond_time].every((time) => /^\d{17}$/.test(String(time))) ? [] : ['times have not 17 digits']),
    ...(infcode === 0 ? faultsOfYes(envelope) : faultsOfNo(envelope)),
  ];
};
