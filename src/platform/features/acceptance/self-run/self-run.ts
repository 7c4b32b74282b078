import { ok, type Result } from '../../../../kernel/result.ts';
import { control, type Server } from './control-api.ts';
import { SIX, type Disease } from './diseases.ts';
import { fileCast } from './file-cast.ts';
import { fundsCovered } from './funds-covered.ts';
import { fundsSeen, type Fund } from './funds-seen.ts';
import { playRow, type Part, type Played } from './play-row.ts';
import { provincesAt, type Provinces } from './province.ts';
import type { Row } from './row.ts';
import { OUT_OF_SCOPE } from './rows/outside.ts';
import { PREPARATION } from './rows/preparation.ts';
import { TREATMENT } from './rows/treatment.ts';
import type { Stage } from './scene.ts';
import { setStage, type Asked } from './set-stage.ts';
import { countsOf, type Count } from './tally.ts';

/** What one disease came to: how much was counted, which funds paid, whether somebody could not be settled for it. */
export type DiseasePlayed = {
  readonly disease: Disease;
  readonly counts: readonly Count[];
  /** True where the insured place has no benefit for some of the people: then counts may be short. */
  readonly untested: boolean;
  readonly funds: readonly Fund[];
};

/** The whole script in one role. */
export type RolePlayed = {
  readonly stage: Stage;
  readonly rows: readonly Played[];
  readonly diseases: readonly DiseasePlayed[];
  /** By the code of a disease: whether all funds of the insured place's policies have paid, where that is known. */
  readonly covered: Readonly<Record<string, boolean>>;
};

/** What is told while it is played. */
export type Telling = {
  readonly stage: (stage: Stage) => void;
  /** A part of the script begins. */
  readonly part: (title: string) => void;
  readonly row: (row: Played) => void;
};

/**
 * Plays the acceptance script for a province in one role, over HTTP only, as both provinces: preparation, the six
 * diseases one after another, codes outside the list. `run` tells two runs of the same second apart.
 */
export const selfRun = async (
  server: Server,
  asked: Asked,
  run: number,
  telling: Telling,
): Promise<Result<RolePlayed, string>> => {
  const set = await setStage(server, asked);
  if (!set.ok) return set;
  const stage = set.value;
  const provinces = await signIn(server, run);
  if (!provinces.ok) return provinces;
  telling.stage(stage);
  const filed = await fileCast(server, stage);
  if (!filed.ok) return filed;

  const rows: Played[] = [];
  const play = async (script: readonly Row[], part: Part): Promise<readonly Played[]> => {
    telling.part(part.title);
    const played = await playPart(provinces.value, stage, script, part, telling.row);
    rows.push(...played);
    return played;
  };
  await play(PREPARATION, { title: '测试前准备' });
  const diseases: DiseasePlayed[] = [];
  for (const disease of SIX) {
    const played = await play(TREATMENT, { title: `【${disease.code}】${disease.name}`, disease });
    diseases.push({ disease, counts: countsOf(played), untested: hasUntested(played), funds: fundsSeen(played) });
  }
  await play(OUT_OF_SCOPE, { title: '非范围内病种' });
  return ok({ stage, rows, diseases, covered: await fundsCovered(server, stage) });
};

/** 全额垫付 may be left out anywhere. */
const hasUntested = (played: readonly Played[]): boolean =>
  played.some(({ key, cases }) => key !== 'full-advance' && cases.some(({ verdict }) => verdict === 'skipped'));

const playPart = async (
  provinces: Provinces,
  stage: Stage,
  script: readonly Row[],
  part: Part,
  tell: Telling['row'],
): Promise<Played[]> => {
  const rows: Played[] = [];
  for (const row of script) {
    if (row.only && !row.only.includes(part.disease?.code ?? '')) continue;
    const played = await playRow(provinces, stage, row, part);
    rows.push(played);
    tell(played);
  }
  return rows;
};

type Workspaces = { readonly workspaces: readonly { readonly name: string; readonly now: string }[] };
type Settings = { readonly settings: { readonly provinceKeys: Readonly<Record<string, string>> } };

/** The provinces with the keys and at the time of the workspace. */
const signIn = async (server: Server, run: number): Promise<Result<Provinces, string>> => {
  const settings = await control<Settings>(server, '/settings');
  if (!settings.ok) return settings;
  const all = await control<Workspaces>(server, '/workspaces');
  if (!all.ok) return all;
  const now = all.value.workspaces.find(({ name }) => name === server.workspace)?.now ?? '';
  return ok(provincesAt(server, { now, run, keys: settings.value.settings.provinceKeys }));
};
