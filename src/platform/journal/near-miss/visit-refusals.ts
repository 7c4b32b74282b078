import { closest } from '../../../kernel/edit-distance.ts';
import { sum, yuan } from '../../../kernel/money.ts';
import type { RefusalName } from '../../domain/refusals.ts';
import type { Batch, Visit } from '../../domain/visit.ts';
import { miss, said, type Facts, type NearMiss } from './facts.ts';
import type { Finder } from './message-refusals.ts';

/** The visit that was named, or those of the person at this institution whose number is nearest. */
const visits: Finder = (facts) => {
  const named = facts.reader.visit(said(facts, 'mdtrt_id'));
  if (named) return ofKnownVisit(facts, named);
  const own = facts.reader.visitsOf(said(facts, 'psn_no')).filter((visit) => visit.fixmedins_code === facts.row.sender);
  const ids = own.map(({ mdtrt_id }) => mdtrt_id);
  const near = closest(said(facts, 'mdtrt_id'), ids);
  return [miss(facts, 'mdtrt_id', '2201 出参里的就诊ID', near.length > 0 ? near : ids.slice(-3).reverse())];
};

const ofKnownVisit = (facts: Facts, { visitor, fixmedins_code }: Visit): NearMiss[] => [
  ...(visitor.psn_no === said(facts, 'psn_no') ? [] : [miss(facts, 'psn_no', '该就诊的人员编号', [visitor.psn_no])]),
  ...(fixmedins_code === facts.row.sender ? [] : [miss(facts, 'fixmedins_code', '登记该就诊的机构', [fixmedins_code])]),
];

const totalOf = ({ lines }: Batch): string => yuan(sum(lines.map((line) => line.det_item_fee_sumamt)));

/** The batches of the visit that are not settled, with their totals. */
const batches: Finder = (facts) => {
  const open = facts.reader.batches(said(facts, 'mdtrt_id')).filter(({ settledBy }) => settledBy === undefined);
  const byNumber = new Map(open.map((batch) => [batch.chrg_bchno, batch]));
  const near = closest(said(facts, 'chrg_bchno'), byNumber.keys());
  const shown = [...new Set([...near, ...byNumber.keys()])].slice(0, 5).flatMap((number) => {
    const batch = byNumber.get(number);
    return batch ? [`${number}（${batch.lines.length} 条，合计 ${totalOf(batch)}）`] : [];
  });
  return [miss(facts, 'chrg_bchno', '2204 上传过且未结算的收费批次', shown)];
};

const total: Finder = (facts) => {
  const batch = facts.reader.batch(said(facts, 'mdtrt_id'), said(facts, 'chrg_bchno'));
  if (!batch) return [];
  const found = miss(facts, 'medfee_sumamt', '已上传明细的合计', [totalOf(batch)]);
  const came = Number(found.came);
  return [{ ...found, came: Number.isSafeInteger(came) ? yuan(came as Parameters<typeof yuan>[0]) : found.came }];
};

const medicalType: Finder = (facts) => {
  const type = facts.reader.visit(said(facts, 'mdtrt_id'))?.treatment?.med_type;
  return type === undefined ? [] : [miss(facts, 'med_type', '2203 上传的医疗类别', [type])];
};

/** The settlements of the visit, or of all visits of the person at this institution. */
const settlements: Finder = (facts) => {
  const { reader, row } = facts;
  const own = reader.visitsOf(said(facts, 'psn_no')).filter((visit) => visit.fixmedins_code === row.sender);
  const ids = [...new Set([said(facts, 'mdtrt_id'), ...own.map(({ mdtrt_id }) => mdtrt_id)])];
  const known = ids.flatMap((id) => reader.settlementsOfVisit('treatment', id));
  const byId = new Map(known.map((settlement) => [settlement.setl_id, settlement]));
  const came = said(facts, 'setl_id');
  const exact = byId.get(came);
  if (exact) return [miss(facts, 'mdtrt_id', '该结算的就诊ID', [exact.mdtrt_id])];
  const near = closest(came, byId.keys());
  const shown = (near.length > 0 ? near : [...byId.keys()].slice(-3).reverse()).map(
    (id) => `${id}（${STATES[byId.get(id)?.state ?? 'effective']}）`,
  );
  return [miss(facts, 'setl_id', '2207 出参里的结算ID', shown)];
};

const STATES = { effective: '有效', refunded: '已退费', reversed: '已冲正' } as const;

export const VISIT_REFUSALS: { readonly [N in RefusalName]?: Finder } = {
  'visit-unknown': visits,
  'batch-unknown': batches,
  'total-mismatch': total,
  'med-type-mismatch': medicalType,
  'settlement-unknown': settlements,
};
