import type { Problem } from '../../../rules/policy/problem.ts';
import type { Path } from '../../../rules/policy/yaml-document.ts';
import { changed } from './catalogue-items.ts';
import type { BaseSeed, ItemSeed, PlaceSeed } from './catalogue-seed.ts';
import { limitDates } from './limit-dates.ts';
import type { Located } from './seed-file.ts';

/** What the shape of a catalogue file cannot say: codes are unique, decisions fit together, every value has a mark. */
export const catalogueProblems = (base: Located<BaseSeed>, places: readonly Located<PlaceSeed>[]): Problem[] => {
  const items = new Map<string, ItemSeed>();
  const inBase = base.value.groups.flatMap((group, g) =>
    group.items.flatMap((item, i) => {
      const path = ['groups', g, 'items', i];
      const twice = items.has(item.med_list_codg);
      items.set(item.med_list_codg, item);
      return [
        ...(twice ? [base.problemAt([...path, 'med_list_codg'], `目录编码 ${item.med_list_codg} 重复`)] : []),
        ...unfitting(base, path, item),
        ...unmarked(base, path, item, { ...base.value.marks, ...group.marks }),
      ];
    }),
  );
  return [...inBase, ...places.flatMap((place) => placeProblems(place, items))];
};

const placeProblems = (file: Located<PlaceSeed>, items: ReadonlyMap<string, ItemSeed>): Problem[] =>
  file.value.changes.flatMap((change, index) => {
    const path = ['changes', index];
    const item = items.get(change.med_list_codg);
    if (item === undefined)
      return [file.problemAt([...path, 'med_list_codg'], `base.yaml 中没有 ${change.med_list_codg}`)];
    return [...unfitting(file, path, changed(item, change)), ...unmarked(file, path, change, file.value.marks)];
  });

const unfitting = (file: Located<unknown>, path: Path, item: ItemSeed): Problem[] => {
  const ratioMissing = item.chrgitm_lv === '02' && item.selfpay_prop === undefined;
  const ratioTooMuch = item.chrgitm_lv !== '02' && item.selfpay_prop !== undefined;
  return [
    ...(ratioMissing ? [file.problemAt([...path, 'chrgitm_lv'], '乙类（02）缺少 selfpay_prop')] : []),
    ...(ratioTooMuch ? [file.problemAt([...path, 'selfpay_prop'], '只有乙类（02）写 selfpay_prop')] : []),
    ...(item.limit && item.limits ? [file.problemAt([...path, 'limits'], 'limit 与 limits 只能写一个')] : []),
    ...limitDates(item).map((message) => file.problemAt([...path, 'limit_begndate'], message)),
  ];
};

const unmarked = (file: Located<unknown>, path: Path, row: object, marks: object): Problem[] =>
  Object.keys(row)
    .filter((field) => !Object.hasOwn(marks, field))
    .map((field) => file.problemAt([...path, field], `marks 没有写 ${field} 的 status 和 source`));
