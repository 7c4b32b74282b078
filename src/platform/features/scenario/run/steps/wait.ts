import { resolved } from '../../fill/resolved.ts';
import { savedAnswer } from '../../fill/saved-answer.ts';
import { isList, isMap, parseTree, textOf, treeAt, type TreeMap } from '../../tree.ts';
import type { AnswerExpected, FormOf } from '../../file/step-forms.ts';
import type { Exchange } from '../exchange.ts';
import { nextRow } from '../journal-rows.ts';
import { answerProblems } from '../judge-answer.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';
import { doorsOf } from '../../../demo/control-request.ts';
import { demand } from '../server.ts';
import { variablesOf } from '../variables-of.ts';

const PATIENCE = 300_000;

/** Pauses until the HIS under test sends such a message, and looks at what came of it. */
export const playWait = async (scene: Scene, form: FormOf<'wait'>): Promise<Outcome> => {
  const { within = PATIENCE, none, tell } = form;
  const did = form.title ?? tell;
  const filter = { hop: '0', ...(resolved(form.wait, variablesOf(scene)) as TreeMap) };
  scene.stagehand.tell(`${tell}\n（被测系统的地址：${doorsOf(scene.server)}，最多等 ${within / 1_000} 秒）`);
  const row = await nextRow(scene, filter, within);
  if (!row.ok) return judged(did, [row.error]);
  if (none) return judged(did, row.value === undefined ? [] : [`不应有这样的报文，却来了：${wordsOf(row.value)}`]);
  if (row.value === undefined) return judged(did, [`等了 ${within / 1_000} 秒，没有等到 ${wordsOf(filter)}`]);
  scene.seen = Number(textOf(row.value['seq']) ?? scene.seen);
  scene.now = textOf(row.value['at']) ?? scene.now;
  const came = await exchangeOf(scene, row.value);
  if (typeof came === 'string') return judged(did, [came]);
  if (form.save !== undefined) scene.variables.set(form.save, savedAnswer(came));
  const expected = resolved(form.expect ?? {}, variablesOf(scene)) as AnswerExpected;
  return judged(did, answerProblems(came, expected));
};

/** The message with its input and its answer. */
const exchangeOf = async (scene: Scene, row: TreeMap): Promise<Exchange | string> => {
  const told = await demand(scene.server, 'GET', `/exchanges/${textOf(row['trace']) ?? ''}`);
  if (!told.ok) return told.error;
  const text = (path: string): string => textOf(treeAt(told.value, path)) ?? '';
  const bytes = text('answer.text');
  const input = treeAt(told.value, 'input');
  return {
    infno: text('infno'),
    msgid: text('msgid'),
    input: isMap(input) ? input : {},
    request: text('request.text'),
    path: `/fsi/api/${text('infno')}`,
    headers: { 'content-type': 'application/json' },
    bytes,
    answer: parseTree(bytes) ?? bytes,
    status: 200,
    violations: violationsIn(row),
  };
};

/** As the header x-kuasheng-violations has them. */
const violationsIn = ({ violations }: TreeMap): string =>
  isList(violations) ? violations.map((one) => textOf(one) ?? '').join(',') : (textOf(violations) ?? '');

const wordsOf = (row: TreeMap): string =>
  ['infno', 'infcode', 'msgid', 'err_msg']
    .flatMap((key) => (textOf(row[key]) === undefined ? [] : [`${key} ${textOf(row[key]) ?? ''}`]))
    .join('，');
